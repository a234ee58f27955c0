//! Uses of the library's large dependencies, one feature each, so that each is in the toy as far as the library uses it: for
//! `cargo xtask bench size`. None runs: the toy is never asked for so many printers.

/// What a count of printers must be for them to run.
pub const NEVER: u32 = u32::MAX;

/// Whatever is built in.
pub fn all(text: &str) -> usize {
    let bytes = [
        text.len(),
        #[cfg(feature = "tokio")]
        runtime::run(text).unwrap_or_default(),
        #[cfg(feature = "mdns")]
        mdns(text).unwrap_or_default(),
        #[cfg(feature = "fluent")]
        fluent(text).unwrap_or_default(),
        #[cfg(feature = "formats")]
        formats::run(text),
        #[cfg(feature = "log")]
        log::run(),
    ];
    bytes.iter().sum()
}

#[cfg(feature = "tokio")]
mod runtime {
    use std::time::Duration;

    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::{TcpListener, TcpStream, UdpSocket};
    use tokio::sync::{Mutex, Notify, Semaphore, mpsc, watch};
    use tokio::task::{JoinSet, spawn_blocking};
    use tokio::time::{interval, timeout};

    pub fn run(text: &str) -> Option<usize> {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().ok()?;
        let text = text.to_owned();
        let handle =
            runtime.spawn(async move { timeout(Duration::from_secs(1), work(text)).await.ok().flatten() });
        runtime.block_on(handle).ok().flatten()
    }

    async fn work(text: String) -> Option<usize> {
        let socket = UdpSocket::bind("127.0.0.1:0").await.ok()?;
        socket.send_to(text.as_bytes(), socket.local_addr().ok()?).await.ok()?;
        let listener = TcpListener::bind("127.0.0.1:0").await.ok()?;
        let mut stream = TcpStream::connect(listener.local_addr().ok()?).await.ok()?;
        stream.write_all(text.as_bytes()).await.ok()?;
        let mut buffer = [0; 64];
        let read = stream.read(&mut buffer).await.ok()?;
        let (news, mut newest) = watch::channel(text.clone());
        let (sender, mut receiver) = mpsc::channel(8);
        let mut tasks = JoinSet::new();
        tasks.spawn(async move { sender.send(text).await });
        let blocking = spawn_blocking(move || news.send_replace(String::new())).await.ok()?;
        let (notify, turns) = (Notify::new(), Semaphore::new(1));
        let mut clock = interval(Duration::from_secs(1));
        tokio::select! {
            () = notify.notified() => {}
            _ = clock.tick() => {}
            _ = turns.acquire() => {}
            _ = newest.changed() => {}
            _ = tasks.join_next() => {}
        }
        let heard = Mutex::new(receiver.recv().await?);
        #[cfg(feature = "http")]
        let read = read + super::http::run(&heard.lock().await.clone()).await.unwrap_or_default();
        Some(read + blocking.len() + heard.lock().await.len())
    }
}

#[cfg(feature = "http")]
mod http;

#[cfg(feature = "mdns")]
fn mdns(text: &str) -> Option<usize> {
    use mdns_sd::{IfKind, ServiceDaemon, ServiceEvent};
    let daemon = ServiceDaemon::new().ok()?;
    daemon.disable_interface(IfKind::All).ok()?;
    daemon.enable_interface(IfKind::Name(text.to_owned())).ok()?;
    let heard = daemon.browse(text).ok()?;
    let event = heard.recv().ok()?;
    daemon.stop_browse(text).ok()?;
    daemon.shutdown().ok()?;
    match event {
        ServiceEvent::ServiceResolved(found) => Some(found.fullname.len() + found.addresses.len()),
        _ => None,
    }
}

#[cfg(feature = "fluent")]
fn fluent(text: &str) -> Option<usize> {
    use fluent_bundle::concurrent::FluentBundle;
    use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
    let language = text.parse::<unic_langid::LanguageIdentifier>().ok()?;
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.add_resource(FluentResource::try_new(text.to_owned()).ok()?).ok()?;
    let mut arguments = FluentArgs::new();
    arguments.set("n", FluentValue::from(text.len()));
    let pattern = bundle.get_message(text)?.value()?;
    Some(bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).len())
}

#[cfg(feature = "formats")]
mod formats {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Serialize};
    use sha2::{Digest, Sha256};

    #[derive(Serialize, Deserialize)]
    struct Kept {
        name: String,
        numbers: Vec<u64>,
        marks: BTreeMap<String, Option<bool>>,
    }

    pub fn run(text: &str) -> usize {
        let kept: Option<Kept> = serde_json::from_str(text).ok();
        let value: Option<serde_json::Value> = serde_json::from_str(text).ok();
        let written = serde_json::to_vec(&(kept, value)).unwrap_or_default();
        let texts = roxmltree::Document::parse(text).ok();
        let names: Option<usize> =
            texts.map(|xml| xml.descendants().map(|node| node.tag_name().name().len()).sum());
        written.len() + names.unwrap_or_default() + Sha256::digest(text).len()
    }
}

#[cfg(feature = "log")]
mod log {
    use tracing::{Event, Subscriber};
    use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

    struct Names;

    impl<S: Subscriber> Layer<S> for Names {
        fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
            std::hint::black_box(event.metadata().target());
        }
    }

    pub fn run() -> usize {
        let taken = tracing::subscriber::set_global_default(tracing_subscriber::registry().with(Names));
        tracing::info!(fine = taken.is_ok(), "log");
        usize::from(taken.is_ok())
    }
}
