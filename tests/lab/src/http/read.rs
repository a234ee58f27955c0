//! Reading one request.

use std::io;

use tokio::io::{AsyncRead, AsyncReadExt};

use super::Request;

/// Room for the head of a request; real devices have less.
const HEAD: usize = 32 * 1024;
/// Room for its body.
const BODY: usize = 1024 * 1024;

/// The next request of a connection, `None` at its end. `buffer` keeps what was read beyond it.
///
/// # Errors
/// A broken connection, or `InvalidData` for what isn't HTTP or too long.
pub async fn request<S: AsyncRead + Unpin>(
    stream: &mut S,
    buffer: &mut Vec<u8>,
) -> io::Result<Option<Request>> {
    let (mut request, head) = loop {
        if let Some(found) = head(buffer)? {
            break found;
        }
        if buffer.len() > HEAD {
            return Err(bad("a head of more than 32 KiB"));
        }
        if stream.read_buf(buffer).await? == 0 {
            return Ok(None);
        }
    };
    buffer.drain(..head);
    request.body = match request.header("transfer-encoding") {
        Some(coding) if coding.eq_ignore_ascii_case("chunked") => chunked(stream, buffer).await?,
        Some(_) => return Err(bad("an unknown transfer coding")),
        None => {
            let length =
                request.header("content-length").map_or(Ok(0), str::parse).map_err(|_| bad("a length"))?;
            take(stream, buffer, length).await?
        }
    };
    Ok(Some(request))
}

fn bad(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

/// The head of a request and its length, if all of it is there.
fn head(buffer: &[u8]) -> io::Result<Option<(Request, usize)>> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut parsed = httparse::Request::new(&mut headers);
    match parsed.parse(buffer).map_err(|_| bad("no HTTP"))? {
        httparse::Status::Partial => Ok(None),
        httparse::Status::Complete(length) => {
            let header = |header: &httparse::Header<'_>| {
                (header.name.to_ascii_lowercase(), String::from_utf8_lossy(header.value).trim().to_owned())
            };
            let request = Request {
                method: parsed.method.unwrap_or_default().to_owned(),
                target: parsed.path.unwrap_or_default().to_owned(),
                headers: parsed.headers.iter().map(header).collect(),
                body: Vec::new(),
            };
            Ok(Some((request, length)))
        }
    }
}

/// Exactly so many octets.
async fn take<S: AsyncRead + Unpin>(
    stream: &mut S,
    buffer: &mut Vec<u8>,
    length: usize,
) -> io::Result<Vec<u8>> {
    if length > BODY {
        return Err(bad("a body of more than 1 MiB"));
    }
    while buffer.len() < length {
        if stream.read_buf(buffer).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    let rest = buffer.split_off(length);
    Ok(std::mem::replace(buffer, rest))
}

/// A line without its end.
async fn line<S: AsyncRead + Unpin>(stream: &mut S, buffer: &mut Vec<u8>) -> io::Result<Vec<u8>> {
    loop {
        if let Some(end) = buffer.windows(2).position(|two| two == b"\r\n") {
            let mut line = take(stream, buffer, end + 2).await?;
            line.truncate(end);
            return Ok(line);
        }
        if buffer.len() > HEAD || stream.read_buf(buffer).await? == 0 {
            return Err(bad("a line without an end"));
        }
    }
}

async fn chunked<S: AsyncRead + Unpin>(stream: &mut S, buffer: &mut Vec<u8>) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let size = line(stream, buffer).await?;
        let size = size.split(|octet| *octet == b';').next().unwrap_or_default();
        let size =
            std::str::from_utf8(size).ok().and_then(|text| usize::from_str_radix(text.trim(), 16).ok());
        let size = size.ok_or_else(|| bad("a chunk without a size"))?;
        if size == 0 {
            // Trailers, up to the empty line.
            while !line(stream, buffer).await?.is_empty() {}
            return Ok(body);
        }
        body.extend(take(stream, buffer, size).await?);
        if body.len() > BODY {
            return Err(bad("a body of more than 1 MiB"));
        }
        line(stream, buffer).await?;
    }
}
