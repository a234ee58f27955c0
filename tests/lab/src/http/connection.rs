//! One connection: requests in, answers out, and whatever the knobs do between them.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpStream;

use super::mangle::mangle;
use super::socket::Socket;
use super::{Answer, Certificates, Link, Request, TlsMode, reason};
use crate::clock::Clock;
use crate::device::Device;
use crate::fault::{Fault, Faults};
use crate::knob::Knob;

/// All that a connection needs to know of its lab.
#[derive(Clone)]
pub struct Context {
    /// Whose connection it is.
    pub device: Device,
    /// What goes wrong.
    pub faults: Arc<Faults>,
    /// How fast time goes.
    pub clock: Clock,
    /// Its certificates.
    pub certificates: Arc<Certificates>,
    /// What its port speaks.
    pub tls: TlsMode,
    /// Where `redirect-away` sends a client: `http://HOST:PORT`.
    pub trap: Arc<str>,
}

/// What becomes of the connection after an answer.
enum Then {
    Next,
    Close,
    Reset,
    Drop,
}

/// Answers until one side hangs up.
pub async fn serve(stream: TcpStream, link: Arc<Link>, context: Context) {
    let _ = stream.set_nodelay(true);
    let Some(mut socket) = Socket::open(stream, &context).await else { return };
    let mut buffer = Vec::new();
    loop {
        let request = match socket.request(&mut buffer).await {
            Ok(Some(request)) => request,
            Ok(None) => return,
            Err(error) => {
                if error.kind() == io::ErrorKind::InvalidData {
                    let _ = socket.write(&wire(&Answer::status(400), &context, true)).await;
                }
                return;
            }
        };
        let closes = request.closes();
        match answer(&mut socket, &link, &context, request).await {
            Ok(Then::Next) if !closes => {}
            Ok(Then::Next | Then::Close) => return socket.close().await,
            Ok(Then::Reset) => return socket.reset(),
            Ok(Then::Drop) | Err(_) => return,
        }
    }
}

async fn answer(
    socket: &mut Socket,
    link: &Arc<Link>,
    context: &Context,
    request: Request,
) -> io::Result<Then> {
    let class = context.device.class(&request);
    let fault = context.faults.request(class);
    match fault {
        Some(fault) => faulty(socket, link, context, request, &fault).await,
        None => plainly(socket, link, context, request).await,
    }
}

/// As a device does that is well.
async fn plainly(
    socket: &mut Socket,
    link: &Arc<Link>,
    context: &Context,
    request: Request,
) -> io::Result<Then> {
    let head = request.method == "HEAD";
    let answer = context.device.answer(request, link.name).await;
    let mut bytes = wire(&answer, context, false);
    if head {
        bytes.truncate(bytes.len().saturating_sub(answer.body.len()));
    }
    socket.write(&bytes).await?;
    Ok(Then::Next)
}

async fn faulty(
    socket: &mut Socket,
    link: &Arc<Link>,
    context: &Context,
    request: Request,
    fault: &Fault,
) -> io::Result<Then> {
    let ms = |default| Duration::from_millis(fault.ms.unwrap_or(default));
    let instead = |answer: &Answer| wire(answer, context, false);
    match fault.knob {
        Knob::Slow => {
            context.clock.sleep(ms(3000)).await;
            return plainly(socket, link, context, request).await;
        }
        Knob::Silent => {
            socket.hung_up().await;
            return Ok(Then::Drop);
        }
        Knob::Asleep => {
            tokio::select! { () = socket.hung_up() => {}, () = context.clock.sleep(ms(8000)) => {} }
            return Ok(Then::Drop);
        }
        Knob::AddressChanged => {
            // Not in this task: closing the link ends it.
            tokio::spawn({
                let (link, context) = (link.clone(), context.clone());
                async move {
                    let device = context.device.clone();
                    if link.move_away(context).await.is_ok() {
                        device.moved();
                    }
                }
            });
            socket.hung_up().await;
            return Ok(Then::Drop);
        }
        Knob::RedirectAway => {
            let away = format!("{}{}", context.trap, request.target);
            socket.write(&instead(&Answer::status(302).with("Location", away))).await?;
            return Ok(Then::Next);
        }
        Knob::SelfSigned | Knob::CertificateChanged => {
            // What already came by TLS has the certificate; what came without is sent there.
            if matches!(socket, Socket::Tls(_)) {
                return plainly(socket, link, context, request).await;
            }
            let there = format!("https://{}{}", link.address(), request.target);
            let moved = Answer::status(301).with("Location", there).with("Connection", "close");
            socket.write(&instead(&moved)).await?;
            return Ok(Then::Close);
        }
        _ => {}
    }
    if let Some(status) = fault.knob.status() {
        socket.write(&instead(&Answer::status(status))).await?;
        return Ok(Then::Next);
    }
    let answer = context.device.answer(request, link.name).await;
    match fault.knob {
        Knob::Reset => Ok(Then::Reset),
        Knob::Truncated => {
            let bytes = wire(&answer, context, false);
            let kept = bytes.len() - answer.body.len().div_ceil(2);
            socket.write(bytes.get(..kept).unwrap_or_default()).await?;
            Ok(Then::Close)
        }
        Knob::Endless => endless(socket, &answer, context).await,
        knob => {
            socket.write(&wire(&mangle(answer, knob, &context.trap), context, false)).await?;
            Ok(Then::Next)
        }
    }
}

/// The body, and blanks after it for as long as the client takes them.
async fn endless(socket: &mut Socket, answer: &Answer, context: &Context) -> io::Result<Then> {
    let mut head = head(answer, context, false);
    head += "Transfer-Encoding: chunked\r\n\r\n";
    head += &format!("{:x}\r\n", answer.body.len());
    socket.write(head.as_bytes()).await?;
    socket.write(&answer.body).await?;
    // A client that takes a megabyte and no more has it in a few rounds, also where the clock runs forty times as fast.
    let blanks = format!("\r\n{:x}\r\n{}", 256 * 1024, " ".repeat(256 * 1024));
    loop {
        socket.write(blanks.as_bytes()).await?;
        // Real time: a client's bound on size or time should end this, not the machine's memory.
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

fn head(answer: &Answer, context: &Context, closes: bool) -> String {
    let mut head = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status));
    if let Some(server) = context.device.server() {
        head += &format!("Server: {server}\r\n");
    }
    head += &format!("Content-Type: {}\r\n", answer.kind);
    for (name, value) in &answer.headers {
        head += &format!("{name}: {value}\r\n");
    }
    if closes {
        head += "Connection: close\r\n";
    }
    head
}

/// An answer as octets.
fn wire(answer: &Answer, context: &Context, closes: bool) -> Vec<u8> {
    let mut bytes = head(answer, context, closes).into_bytes();
    bytes.extend(format!("Content-Length: {}\r\n\r\n", answer.body.len()).bytes());
    bytes.extend(&answer.body);
    bytes
}
