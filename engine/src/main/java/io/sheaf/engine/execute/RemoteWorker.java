package io.sheaf.engine.execute;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/// A worker that comes to a [RemotePool] from another process, perhaps of another machine.
public final class RemoteWorker {
  private static final int CONNECT_MILLIS = 10_000;

  private RemoteWorker() {}

  /// Finds out where this worker is, and whether it can work there.
  @FunctionalInterface
  public interface Opening {
    /// What units need.
    ///
    /// @throws IOException if something is not there; the coordinator is told its message
    Site open() throws IOException;
  }

  /// Serves the coordinator until it hangs up.
  ///
  /// @param place where this is, for people
  /// @return whether this process is fit for more: the last unit did stop, none ran out of memory
  /// @throws IOException if there is no coordinator, or the opening failed
  public static boolean serve(Invitation invitation, String place, Opening opening)
      throws IOException {
    try (Socket socket = new Socket()) {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(invitation.host(), invitation.port()), CONNECT_MILLIS);
      return serve(socket, invitation.secret(), place, opening);
    }
  }

  private static boolean serve(Socket socket, String secret, String place, Opening opening)
      throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    out.writeUTF(secret);
    out.writeUTF(place);
    Site site;
    try {
      site = opening.open();
    } catch (IOException | RuntimeException e) {
      out.writeUTF(place + ": " + e.getMessage());
      out.flush();
      throw e;
    }
    try {
      out.writeUTF("");
      out.flush();
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      return ChildWorker.serveAsGuest(site.of(name(in)), in, out, () -> hangUp(socket));
    } finally {
      site.runner().close();
    }
  }

  /// What the coordinator calls this worker.
  private static String name(DataInputStream in) throws IOException {
    try {
      return in.readUTF();
    } catch (EOFException e) {
      throw new IOException("the coordinator does not want this worker", e);
    }
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is closed as far as it can be.
    }
  }
}
