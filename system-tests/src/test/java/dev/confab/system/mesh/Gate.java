package dev.confab.system.mesh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/// One client's way to the server, which can be cut and closed. Any thread.
final class Gate implements AutoCloseable {
  private final ServerSocket door;
  private final IntSupplier server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean shut;

  /// To whichever server on this machine has the port by then.
  Gate(IntSupplier server) throws IOException {
    this.server = server;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::letIn);
  }

  URI address() {
    return URI.create("ws://127.0.0.1:" + door.getLocalPort() + "/");
  }

  /// The sockets that stand are broken, without a goodbye.
  void cut() {
    sockets.forEach(Gate::end);
  }

  /// Cuts, and lets nobody in until it is opened.
  void shut() {
    shut = true;
    cut();
  }

  void open() {
    shut = false;
  }

  private void letIn() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (shut) {
          end(client);
        } else {
          Thread.ofVirtual().start(() -> connect(client));
        }
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void connect(Socket client) {
    try {
      Socket onward = new Socket(InetAddress.getLoopbackAddress(), server.getAsInt());
      onward.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      sockets.add(client);
      sockets.add(onward);
      if (shut) {
        cut();
      }
      Thread.ofVirtual().start(() -> pass(client, onward));
      pass(onward, client);
    } catch (IOException e) {
      end(client);
    }
  }

  /// Until either end is closed; then both are.
  private void pass(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
      to.shutdownOutput();
    } catch (IOException e) {
      end(to); // cut
    } finally {
      end(from);
      sockets.remove(from);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
