//! Files: incomplete ones, malformed ones, and ones that cannot be written.

use std::{fs, io};

use plane_api::{
    Client, endpoint,
    testing::{Recorder, Replay},
};
use plane_tests::{
    answer,
    faults::{Fault, FaultServer},
};

use super::{panic_of, recording, replaying};

#[endpoint(GET, "/things/<id>/")]
struct GetThing {}

const HEAD: &str = r#"{"recording":1,"server":"https://api.example"}"#;
const LINE: &str = r#"{"request":{"endpoint":"GetThing","method":"GET","url":"/things/1/","headers":{"accept":"application/json"}},"response":{"status":200,"json":7}}"#;

fn error_of(text: &str) -> String {
    Replay::read(text.as_bytes()).unwrap_err().to_string()
}

#[tokio::test]
async fn a_file_is_written_and_read() {
    let folder = std::env::temp_dir().join(format!("plane-recordings-{}", std::process::id()));
    let path = folder.join("deeper/things.jsonl");
    let server = FaultServer::always(Fault::Answer(answer(200, "", "7"))).unwrap();
    let recorder = Recorder::create(&path).unwrap();
    let client = recording(server.url(), &recorder);
    GetThing::new("1").send(&client).await.unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 2, "written at once");
    recorder.finish().unwrap();
    // Later exchanges are not recorded.
    GetThing::new("2").send(&client).await.unwrap();

    let replay = Replay::open(&path).unwrap();
    assert_eq!(GetThing::new("1").send(&replaying(&replay)).await.unwrap(), 7);
    replay.verify();
    fs::remove_dir_all(&folder).unwrap();
    let error = Replay::open(&path).unwrap_err().to_string();
    assert!(
        error.starts_with("cannot open the recording ") && error.contains("things.jsonl"),
        "{error}"
    );
}

#[test]
fn a_file_that_was_cut_off_says_so() {
    let whole = format!("{HEAD}\n{LINE}\n");
    Replay::read(whole.as_bytes()).unwrap();
    // An editor may remove the last line break.
    Replay::read(whole.trim_end().as_bytes()).unwrap();
    for length in HEAD.len() + 2..whole.len() - 1 {
        let error = error_of(&whole[..length]);
        let expected = "cannot replay the recording: line 2 is incomplete, because the recording was \
                        interrupted; record again, or delete the line";
        assert!(error.contains(expected), "{length}: {error}");
    }
    for length in 0..HEAD.len() {
        let error = error_of(&whole[..length]);
        assert!(error.contains("line 1 is not the beginning of a recording"), "{error}");
    }
}

#[test]
fn a_malformed_line_is_named() {
    for (line, why) in [
        ("{", "line 2 is malformed: not valid JSON"),
        ("[]", "it is not a JSON object"),
        (r#"{"request":7}"#, "`request` is not a JSON object"),
        (r#"{"request":{"method":"GET"}}"#, "`url` is missing"),
        (
            r#"{"request":{"method":"GET","url":"/"}}"#,
            "`response`, `failure` or `cancelled` is missing",
        ),
        (
            r#"{"request":{"method":"GET","url":"/","jsno":1},"cancelled":""}"#,
            "unknown member `jsno`",
        ),
        (
            r#"{"request":{"method":"GET","url":"/"},"response":{"status":99}}"#,
            "`status` has an invalid value",
        ),
        (
            r#"{"request":{"method":"GET","url":"/"},"response":{"status":200,"base64":"?"}}"#,
            "`base64` has",
        ),
        (
            r#"{"request":{"method":"GET","url":"/"},"response":{"status":200,"json":1,"text":"1"}}"#,
            "there are several bodies",
        ),
        (
            r#"{"request":{"method":"GET IT","url":"/"},"response":{"status":200}}"#,
            "`method` has an invalid value",
        ),
        (
            r#"{"request":{"method":"GET","url":"/"},"response":{"status":200,"headers":{"a b":"c"}}}"#,
            "the header `a b` is invalid",
        ),
        (
            r#"{"request":{"method":"GET","url":"/"},"failure":{"stage":"Never"}}"#,
            "`stage` has an invalid value",
        ),
    ] {
        let error = error_of(&format!("{HEAD}\n{line}\n{LINE}\n"));
        assert!(error.contains("line 2 is malformed: ") && error.contains(why), "{error}");
        // Only a line without an end was cut off.
        let error = error_of(&format!("{HEAD}\n{line}"));
        let is_cut = error.contains("line 2 is incomplete, because the recording was interrupted");
        assert_eq!(is_cut, line == "{", "{error}");
    }
    let error = error_of(r#"{"recording":2}"#);
    assert!(error.contains("line 1 has version 2, not 1; record again"), "{error}");
}

/// Fails from the second line on.
struct Full(u8);

impl io::Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += 1;
        if self.0 > 2 { Err(io::Error::other("disk full")) } else { Ok(bytes.len()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_recording_that_cannot_be_written_fails_at_its_end() {
    let server = FaultServer::always(Fault::Answer(answer(200, "", "7"))).unwrap();
    let send = async |recorder: &Recorder| {
        let client: Client = recording(server.url(), recorder);
        for _ in 0..2 {
            GetThing::new("1").send(&client).await.unwrap();
        }
    };
    let recorder = Recorder::new(Full(0));
    send(&recorder).await;
    let error = recorder.finish().unwrap_err().to_string();
    assert!(error.ends_with("cannot write the recording: disk full"), "{error}");
    let recorder = Recorder::new(Full(0));
    send(&recorder).await;
    assert_eq!(panic_of(|| drop(recorder)), "cannot write the recording: disk full");
}

#[test]
fn a_recording_without_exchanges_can_be_read() {
    let buffer = super::Buffer::default();
    let recorder = buffer.recorder();
    let client = Client::builder("https://api.example/v1").api_key("k").record(&recorder).build();
    drop(client.unwrap());
    recorder.finish().unwrap();
    assert_eq!(buffer.text(), "{\"recording\":1,\"server\":\"https://api.example/v1\"}\n");
    buffer.replay().verify();
}
