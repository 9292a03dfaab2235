//! Random values from the operating system, which nobody can guess.

/// Returns 128 random bits as 32 hexadecimal digits. Fails only if the operating system has no random bits.
pub(crate) fn hex() -> Result<String, getrandom::Error> {
    let mut bits = [0; 16];
    getrandom::getrandom(&mut bits)?;
    Ok(format!("{:032x}", u128::from_be_bytes(bits)))
}
