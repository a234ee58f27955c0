//! A link: one address of a device, which may be there or not.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::net::{TcpListener, TcpSocket};
use tokio::task::{JoinHandle, JoinSet};

use super::{Context, connection};
use crate::LabError;

/// Which of a device's addresses a request came by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkName {
    /// A printer's own setup network.
    Setup,
    /// A printer's network cable.
    Cable,
    /// A printer's Wi-Fi at home.
    Home,
    /// A router's page.
    Router,
    /// Where nobody should come: the target of `redirect-away` and of decoys.
    Trap,
}

/// One address. Closed, or out of the phone's reach, its port stays taken, and connections to it are refused.
#[derive(Debug)]
pub struct Link {
    /// Which.
    pub name: LinkName,
    /// Connections so far.
    pub connections: AtomicU64,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    address: SocketAddr,
    port: Port,
    /// Whether the phone can reach it.
    reached: bool,
}

enum Port {
    /// Bound but not listening.
    Held(TcpSocket),
    Open(JoinHandle<()>, Context),
    /// Open, but bound only: the phone is elsewhere.
    Unreached(TcpSocket, Context),
    Gone,
}

impl std::fmt::Debug for Port {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Held(_) => "Held",
            Self::Open(..) => "Open",
            Self::Unreached(..) => "Unreached",
            Self::Gone => "Gone",
        })
    }
}

/// Bound, so that nobody else gets the port, and not listening.
fn hold(address: SocketAddr) -> Result<TcpSocket, LabError> {
    let socket = || {
        let socket = TcpSocket::new_v4()?;
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        Ok(socket)
    };
    socket().map_err(|source| LabError::Listen { address, source })
}

impl Link {
    /// A closed link at that address; port 0 takes a free one.
    ///
    /// # Errors
    /// An address that can't be bound.
    pub fn new(name: LinkName, address: SocketAddr) -> Result<Arc<Self>, LabError> {
        let socket = hold(address)?;
        let address = socket.local_addr().map_err(|source| LabError::Listen { address, source })?;
        let state = Mutex::new(State { address, port: Port::Held(socket), reached: true });
        Ok(Arc::new(Self { name, connections: AtomicU64::new(0), state }))
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where it is now.
    pub fn address(&self) -> SocketAddr {
        self.state().address
    }

    /// Whether connections are taken, if the phone can reach it.
    pub fn is_open(&self) -> bool {
        matches!(self.state().port, Port::Open(..) | Port::Unreached(..))
    }

    /// Takes connections from now on.
    ///
    /// # Errors
    /// The port can't be had any more.
    pub fn open(self: &Arc<Self>, context: Context) -> Result<(), LabError> {
        let mut state = self.state();
        let address = state.address;
        let socket = match std::mem::replace(&mut state.port, Port::Gone) {
            Port::Held(socket) => socket,
            Port::Gone => hold(address)?,
            open @ (Port::Open(..) | Port::Unreached(..)) => {
                state.port = open;
                return Ok(());
            }
        };
        state.port = if state.reached {
            self.listen(socket, address, context)?
        } else {
            Port::Unreached(socket, context)
        };
        Ok(())
    }

    fn listen(
        self: &Arc<Self>,
        socket: TcpSocket,
        address: SocketAddr,
        context: Context,
    ) -> Result<Port, LabError> {
        let listener = socket.listen(64).map_err(|source| LabError::Listen { address, source })?;
        Ok(Port::Open(tokio::spawn(accept(listener, self.clone(), context.clone())), context))
    }

    /// Whether the phone can reach it from now on. Out of reach all of its connections end.
    ///
    /// # Errors
    /// The port can't be had any more.
    pub async fn reach(self: &Arc<Self>, reached: bool) -> Result<(), LabError> {
        self.state().reached = reached;
        let context = match (&self.state().port, reached) {
            (Port::Open(_, context), false) | (Port::Unreached(_, context), true) => context.clone(),
            _ => return Ok(()),
        };
        self.close().await;
        self.open(context)
    }

    /// Ends all connections and refuses new ones.
    pub async fn close(&self) {
        let port = std::mem::replace(&mut self.state().port, Port::Gone);
        let socket = match port {
            Port::Open(task, _) => {
                task.abort();
                // Its listener is gone only when the task is.
                let _ = task.await;
                // Without the port nobody else's listener may be taken for this one; a failure leaves it free.
                hold(self.address()).ok()
            }
            Port::Held(socket) | Port::Unreached(socket, _) => Some(socket),
            Port::Gone => None,
        };
        let mut state = self.state();
        if let (Port::Gone, Some(socket)) = (&state.port, socket) {
            state.port = Port::Held(socket);
        }
    }

    /// Ends all connections and lets the port go.
    pub fn end(&self) -> Option<JoinHandle<()>> {
        match std::mem::replace(&mut self.state().port, Port::Gone) {
            Port::Open(task, _) => {
                task.abort();
                Some(task)
            }
            _ => None,
        }
    }

    /// At another port from now on; the old one refuses. Open if it was open.
    ///
    /// # Errors
    /// No other port.
    pub async fn move_away(self: &Arc<Self>, context: Context) -> Result<(), LabError> {
        let was_open = self.is_open();
        let mut address = self.address();
        address.set_port(0);
        // Bound before the old one is let go, or it could be the same one again.
        let socket = hold(address)?;
        self.close().await;
        {
            let mut state = self.state();
            state.address = socket.local_addr().map_err(|source| LabError::Listen { address, source })?;
            state.port = Port::Held(socket);
        }
        if was_open { self.open(context) } else { Ok(()) }
    }
}

/// Takes connections until it is aborted; they end with it.
async fn accept(listener: TcpListener, link: Arc<Link>, context: Context) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => if let Ok((stream, _)) = accepted {
                link.connections.fetch_add(1, Ordering::Relaxed);
                connections.spawn(connection::serve(stream, link.clone(), context.clone()));
            },
            Some(_) = connections.join_next() => {}
        }
    }
}
