//! Types within the containers of the standard library. A user's own type decides how its own fields are written.

use syn::{GenericArgument, Path, PathArguments, ReturnType, Type};

use super::{Wrapper, arguments_of, is_of_user, last, peel, unwrap};

/// Containers and pointers whose items serde writes.
const CONTAINERS: [&str; 14] = [
    "Arc",
    "BTreeMap",
    "BTreeSet",
    "BinaryHeap",
    "Box",
    "Cow",
    "HashMap",
    "HashSet",
    "LinkedList",
    "Option",
    "Patch",
    "Rc",
    "Vec",
    "VecDeque",
];

/// Returns the type without each `Patch` around a type within it, and the first such `Patch`.
pub(crate) fn without_patches(ty: &Type, krate: &Path) -> Option<(Type, Type)> {
    let (mut without, mut first) = (ty.clone(), None);
    // An `Option` or a `Patch` of a `Patch` is optional twice.
    if let Some((Wrapper::Option | Wrapper::Patch, inner)) = unwrap(ty, krate)
        && let Some((Wrapper::Option | Wrapper::Patch, _)) = unwrap(inner, krate)
    {
        return None;
    }
    remove_patches(&mut without, krate, &mut first);
    Some((without, first?))
}

fn remove_patches(ty: &mut Type, krate: &Path, first: &mut Option<Type>) {
    for child in children_mut(ty) {
        while let Some((Wrapper::Patch, inner)) = unwrap(child, krate) {
            let inner = inner.clone();
            let patch = std::mem::replace(child, inner);
            first.get_or_insert(patch);
        }
        remove_patches(child, krate, first);
    }
}

/// Returns the types directly within a container.
fn children_mut(ty: &mut Type) -> Vec<&mut Type> {
    let is_container =
        last(ty).is_some_and(|last| CONTAINERS.iter().any(|name| last.ident == name));
    match ty {
        Type::Group(group) => children_mut(&mut group.elem),
        Type::Paren(paren) => children_mut(&mut paren.elem),
        Type::Reference(reference) => vec![&mut reference.elem],
        Type::Array(array) => vec![&mut array.elem],
        Type::Slice(slice) => vec![&mut slice.elem],
        Type::Tuple(tuple) => tuple.elems.iter_mut().collect(),
        Type::Path(path) if is_container => {
            let last = path.path.segments.last_mut();
            let Some(PathArguments::AngleBracketed(arguments)) = last.map(|it| &mut it.arguments)
            else {
                return Vec::new();
            };
            let types = arguments.args.iter_mut().filter_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            });
            types.collect()
        }
        _ => Vec::new(),
    }
}

/// Returns the types directly within any type.
fn children(ty: &Type) -> Vec<&Type> {
    match peel(ty) {
        Type::Reference(reference) => vec![&reference.elem],
        Type::Array(array) => vec![&array.elem],
        Type::Slice(slice) => vec![&slice.elem],
        Type::Ptr(pointer) => vec![&pointer.elem],
        Type::Tuple(tuple) => tuple.elems.iter().collect(),
        Type::FnPtr(function) => {
            let returned = match &function.output {
                ReturnType::Type(_, ty) => Some(ty),
                ReturnType::Default => None,
            };
            function.inputs.iter().map(|input| &input.ty).chain(returned.map(|ty| &**ty)).collect()
        }
        Type::Path(path) => path.path.segments.iter().flat_map(arguments_of).collect(),
        _ => Vec::new(),
    }
}

/// Returns the first `_` in the type.
pub(crate) fn placeholder(ty: &Type) -> Option<&Type> {
    match peel(ty) {
        Type::Infer(_) => Some(ty),
        _ => children(ty).into_iter().find_map(placeholder),
    }
}

/// Returns what `find` returns of the first type within the type. It also gets whether this is a value in a container of the
/// standard library, not behind a pointer.
pub(crate) fn find_within<'a, T>(
    ty: &'a Type,
    krate: &Path,
    find: &dyn Fn(&'a Type, bool) -> Option<T>,
) -> Option<T> {
    const POINTERS: [&str; 4] = ["Arc", "Box", "Cow", "Rc"];
    let contains_values = match peel(ty) {
        Type::Path(_) => last(ty).is_some_and(|last| {
            let is = |name: &&str| last.ident == name;
            CONTAINERS.iter().any(is) && !POINTERS.iter().any(is) && !is_of_user(ty, krate)
        }),
        Type::Array(_) | Type::Slice(_) | Type::Tuple(_) => true,
        _ => false,
    };
    children(ty)
        .into_iter()
        .find_map(|child| find(child, contains_values).or_else(|| find_within(child, krate, find)))
}
