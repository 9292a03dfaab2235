//! Uploads that are rejected or interrupted, at each step.

use super::*;

/// Returns the error of an upload to fakes of Plane and its storage that begin with these faults.
async fn interrupted(
    at_plane: Vec<Fault>,
    at_storage: Vec<Fault>,
    file: UploadFile,
) -> (Upload, Error, Client, FaultServer, FaultServer) {
    let fine = Fault::Answer(answer(204, "", ""));
    let storage = FaultServer::start(at_storage, fine).unwrap();
    let (left, well) = (Mutex::new(at_plane.into_iter()), api(storage.url()));
    let wrong =
        move |request: &Received| left.lock().unwrap().next().unwrap_or_else(|| well(request));
    let plane = FaultServer::by(wrong).unwrap();
    let client = builder(plane.url()).build().unwrap();
    let mut upload = attachment(file);
    let error = upload.send(&client).await.unwrap_err();
    assert_discreet(&error);
    assert!(!format!("{upload:?}").contains(SIGNATURE));
    (upload, error, client, plane, storage)
}

fn rejected(status: u16, body: &str) -> Fault {
    Fault::Answer(answer(status, "", body))
}

#[tokio::test]
async fn a_permission_that_is_rejected_or_lost_is_asked_for_again() {
    let cases = [
        (rejected(400, r#"{"error": "Invalid file type.", "status": false}"#), Delivery::Rejected),
        (Fault::Reset, Delivery::Unknown),
        (rejected(200, r#"{"detail": "Presigned"}"#), Delivery::Applied),
    ];
    for (fault, delivery) in cases {
        let (mut upload, error, client, plane, storage) =
            interrupted(vec![fault], vec![], text()).await;
        assert_eq!((error.delivery(), upload.next_step()), (delivery, UploadStep::Create));
        assert_eq!((plane.requests().len(), storage.requests().len()), (1, 0));
        upload.send(&client).await.unwrap();
        assert_eq!((plane.requests().len(), storage.requests().len()), (3, 1));
    }
}

#[tokio::test]
async fn a_file_that_is_rejected_or_lost_is_sent_again_whole() {
    let xml = format!(
        "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>Policy expired.</Message>\
         <SignatureProvided>{SIGNATURE}</SignatureProvided></Error>"
    );
    let disk = OnDisk::new("again.txt", b"Hello");
    let cases = [
        (rejected(403, &xml), Delivery::Rejected),
        (rejected(503, "<Error><Code>SlowDown</Code></Error>"), Delivery::Unknown),
        (Fault::Reset, Delivery::Unknown),
        (Fault::ResetOnAccept, Delivery::Unknown),
        (
            Fault::Close(answer(307, &format!("Location: http://x/?s={SIGNATURE}\r\n"), "")),
            Delivery::Rejected,
        ),
    ];
    for (fault, delivery) in cases {
        for is_on_disk in [false, true] {
            let file = match is_on_disk {
                true => UploadFile::open(&disk.0, "text/plain").await.unwrap().with_name("a.txt"),
                false => text(),
            };
            let (mut upload, error, client, plane, storage) =
                interrupted(vec![], vec![fault.clone()], file).await;
            assert_eq!(
                (error.delivery(), upload.next_step()),
                (delivery, UploadStep::Send),
                "{error}"
            );
            assert_eq!(error.endpoint().unwrap().name, "SendFile");
            assert_eq!(upload.asset_id().unwrap(), &"asset-1");
            let before = storage.requests().len();
            upload.send(&client).await.unwrap();
            assert_eq!(lines(&plane.requests()).len(), 2, "the permission is the same");
            let forms = storage.requests();
            assert_eq!(forms.len(), before + 1);
            for form in &forms {
                assert_form(form, "text/plain", "a.txt", b"Hello");
            }
        }
    }
    let (_, error, ..) = interrupted(vec![], vec![rejected(403, &xml)], text()).await;
    assert_eq!((error.code(), error.detail()), (Some("AccessDenied"), Some("Policy expired.")));
    let host = error.to_string();
    assert!(host.starts_with("POST / at 127.0.0.1:"), "{host}");
    assert!(host.ends_with(": 403 Forbidden: Policy expired."), "{host}");
}

#[tokio::test]
async fn a_stream_is_not_sent_again() {
    let stream = || Body::reader(&b"Hello"[..]).with_content_length(5);
    let file = || UploadFile::new("a.txt", "text/plain", stream());
    let (mut upload, error, client, plane, storage) =
        interrupted(vec![], vec![Fault::Reset], file()).await;
    assert_eq!(error.delivery(), Delivery::Unknown);
    let error = upload.send(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
    assert!(error.to_string().contains("a stream can be sent only once"), "{error}");
    assert_eq!((plane.requests().len(), storage.requests().len()), (1, 1));

    // A file whose length differs is never complete.
    let wrong =
        UploadFile::new("a.txt", "text/plain", Body::reader(&b"Hel"[..]).with_content_length(5));
    let (upload, error, _, plane, storage) = interrupted(vec![], vec![], wrong).await;
    assert_eq!((error.kind(), upload.next_step()), (ErrorKind::Request, UploadStep::Send));
    assert_eq!((plane.requests().len(), storage.requests().len()), (1, 0));
}

#[tokio::test]
async fn only_a_lost_confirmation_is_repeated() {
    let storage = stored().await;
    let given = permission(storage.url(), "text/plain").to_string();
    for (fault, delivery) in [
        (Fault::Reset, Delivery::Unknown),
        (rejected(404, r#"{"error": "No."}"#), Delivery::Rejected),
    ] {
        let fine = Fault::Answer(answer(204, "", ""));
        let plane = FaultServer::start([rejected(200, &given), fault], fine).unwrap();
        let client = builder(plane.url()).build().unwrap();
        let mut upload = attachment(text());
        let before = storage.requests().len();
        let error = upload.send(&client).await.unwrap_err();
        assert_eq!((error.delivery(), upload.next_step()), (delivery, UploadStep::Confirm));
        assert_eq!(error.endpoint().unwrap().name, "UpdateWorkItemAttachment");
        upload.send(&client).await.unwrap();
        assert_eq!(storage.requests().len(), before + 1, "the file is not sent again");
        assert_eq!(plane.requests().len(), 3);
    }
}

#[tokio::test]
async fn a_dropped_upload_resumes_at_its_current_step() {
    let hang = Fault::Hang(Vec::new());
    let fine = Fault::Answer(answer(204, "", ""));
    let storage = FaultServer::start([hang], fine).unwrap();
    let plane = FaultServer::by(api(storage.url())).unwrap();
    let client = builder(plane.url()).build().unwrap();
    let mut upload = attachment(text());
    tokio::select! {
        _ = upload.send(&client) => panic!("the storage hangs"),
        () = async { while storage.requests().is_empty() { tokio::task::yield_now().await } } => {}
    }
    assert_eq!(upload.next_step(), UploadStep::Send);
    upload.send(&client).await.unwrap();
    assert_eq!((plane.requests().len(), storage.requests().len()), (2, 2));
}
