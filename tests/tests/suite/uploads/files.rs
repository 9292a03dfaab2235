//! Files on disk: which can be uploaded, and changes during an upload.

use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::Path,
};

use super::*;

/// Changes the file at a path.
type Change<'a> = &'a dyn Fn(&Path);

async fn open(path: impl AsRef<Path>) -> Result<UploadFile, Error> {
    UploadFile::open(path.as_ref(), "application/octet-stream").await
}

/// Fakes of Plane and its storage, with a client.
async fn both() -> (Server, Server, Client) {
    let storage = stored().await;
    let plane = Server::start(unlimited(storage.url())).await.unwrap();
    let client = builder(plane.url()).build().unwrap();
    (plane, storage, client)
}

#[tokio::test]
async fn only_a_regular_file_is_opened() {
    let disk = OnDisk::new("regular.txt", b"Hello");
    let directory = disk.0.parent().unwrap().to_owned();
    let error = open(&directory).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
    let words = "only regular files can be uploaded; this is a directory";
    assert_eq!(error.to_string(), words);
    assert!(open(&disk.0).await.is_ok());
}

#[cfg(unix)]
#[tokio::test]
async fn pipes_and_devices_are_rejected_before_anything_waits_for_them() {
    let disk = OnDisk::new("pipe", b"");
    fs::remove_file(&disk.0).unwrap();
    let made = tokio::process::Command::new("mkfifo").arg(&disk.0).status().await.unwrap();
    assert!(made.success());
    let link = OnDisk::new("link", b"");
    fs::remove_file(&link.0).unwrap();
    std::os::unix::fs::symlink(&disk.0, &link.0).unwrap();
    for path in [&disk.0, &link.0, Path::new("/dev/zero"), Path::new("/dev/null")] {
        let error = open(path).await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
        assert!(error.to_string().ends_with("this is a pipe, a device or similar"), "{error}");
    }
    // A link to a file works like the file.
    let file = OnDisk::new("target.txt", b"Hello");
    fs::remove_file(&link.0).unwrap();
    std::os::unix::fs::symlink(&file.0, &link.0).unwrap();
    assert!(open(&link.0).await.is_ok());
}

/// Such a file reports a length of 0, and would be uploaded as an empty file.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_file_that_the_system_makes_up_is_rejected() {
    for path in ["/proc/self/status", "/proc/cpuinfo"] {
        let error = open(path).await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
        assert!(
            error.to_string().ends_with("this one is longer than its reported size"),
            "{error}"
        );
    }
    assert!(open(&OnDisk::new("empty.txt", b"").0).await.is_ok());
}

#[tokio::test]
async fn an_empty_file_is_rejected_before_the_server_is_asked() {
    let (plane, storage, client) = both().await;
    let disk = OnDisk::new("empty.txt", b"");
    let in_memory = || UploadFile::new("empty.txt", "text/plain", "");
    for mut upload in [
        attachment(open(&disk.0).await.unwrap()),
        attachment(in_memory()),
        Upload::workspace_asset("acme", in_memory()),
    ] {
        let error = upload.send(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
        assert_eq!(error.to_string(), "the file is empty; Plane rejects empty files");
    }
    assert_eq!((plane.requests().len(), storage.requests().len()), (0, 0));
}

#[tokio::test]
async fn the_file_that_was_opened_is_uploaded_whatever_has_its_name_now() {
    let disk = OnDisk::new("replaced.txt", b"first");
    let (plane, storage, client) = both().await;
    let mut upload = attachment(open(&disk.0).await.unwrap());
    let other = OnDisk::new("other.txt", b"other");
    fs::rename(&other.0, &disk.0).unwrap();
    upload.send(&client).await.unwrap();
    let [form] = &storage.requests()[..] else { panic!("one form") };
    assert!(form.text().contains("first") && !form.text().contains("other"), "{}", form.text());
    assert_eq!(plane.requests().len(), 2);
}

#[tokio::test]
async fn a_file_that_was_changed_before_it_is_sent_is_not_sent() {
    let size_of = |path: &Path, length: u64| {
        OpenOptions::new().write(true).open(path).unwrap().set_len(length).unwrap();
    };
    let later = |path: &Path| {
        let file = OpenOptions::new().write(true).open(path).unwrap();
        let modified = file.metadata().unwrap().modified().unwrap();
        (&file).write_all(b"HELLO").unwrap();
        file.set_modified(modified + std::time::Duration::from_secs(1)).unwrap();
    };
    let grown = |path: &Path| size_of(path, 7);
    let shrunk = |path: &Path| size_of(path, 2);
    let cases: [(Change<'_>, &str); 3] = [
        (&grown, "the file has grown from 5 to 7 bytes since it was opened; open it again"),
        (&shrunk, "the file has shrunk from 5 to 2 bytes since it was opened; open it again"),
        (&later, "the file was changed since it was opened; open it again"),
    ];
    for (change, words) in cases {
        let disk = OnDisk::new("changed.txt", b"Hello");
        let (_plane, storage, client) = both().await;
        let mut upload = attachment(open(&disk.0).await.unwrap());
        change(&disk.0);
        let error = upload.send(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
        assert_eq!(error.to_string(), words);
        assert_eq!((storage.requests().len(), upload.next_step()), (0, UploadStep::Send));
    }
}

#[tokio::test]
async fn a_file_that_changes_while_it_is_sent_does_not_arrive_whole() {
    const SIZE: u64 = 3 << 20;
    let cases = [
        (SIZE + 1, "the file has grown from 3145728 to 3145729 bytes since it was opened"),
        (SIZE - 1, "the file has shrunk from 3145728 to 3145727 bytes since it was opened"),
    ];
    for (size, words) in cases {
        let disk = OnDisk::new("changing.bin", &vec![7; usize::try_from(SIZE).unwrap()]);
        let (_plane, storage, client) = both().await;
        let path = disk.0.clone();
        let mut upload = attachment(open(&disk.0).await.unwrap()).on_progress(move |_, _| {
            OpenOptions::new().write(true).open(&path).unwrap().set_len(size).unwrap();
        });
        let error = upload.send(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::Unknown));
        let text = error.to_string();
        assert!(text.contains("the stream of the request body failed"), "{text}");
        assert!(text.contains(words), "{text}");
        assert!(!text.contains("response"), "{text}");
        assert_eq!((storage.requests().len(), upload.next_step()), (0, UploadStep::Send));
    }
}

#[tokio::test]
async fn a_file_can_be_sent_more_than_once_and_at_the_same_time() {
    let bytes: Vec<u8> = (0..1_000_000_u32).map(|n| (n % 251) as u8).collect();
    let disk = OnDisk::new("twice.bin", &bytes);
    let (_plane, storage, client) = both().await;
    let file = open(&disk.0).await.unwrap();
    let (mut one, mut other) = (attachment(file.clone()), attachment(file));
    let (one, other) = tokio::join!(one.send(&client), other.send(&client));
    one.and(other).unwrap();
    let forms = storage.requests();
    assert_eq!(forms.len(), 2);
    for form in forms {
        assert_eq!(form.body.windows(bytes.len()).filter(|window| *window == bytes).count(), 1);
    }
}

#[test]
fn opening_a_file_outside_of_a_runtime_is_an_error() {
    let mut future = Box::pin(UploadFile::open("/no/such/file", "text/plain"));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(Err(error)) = future.as_mut().poll(&mut context) else {
        panic!("an error")
    };
    assert!(error.to_string().contains("no Tokio runtime"), "{error}");
}
