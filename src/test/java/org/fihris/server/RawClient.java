package org.fihris.server;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends what a client of HTTP would never send. */
record RawClient(int port) {
  private static final int WAIT_MILLIS = 20_000;

  /** The answer to some bytes, as far as it comes; empty where the connection is just closed. */
  String answer(byte[] request) throws IOException {
    try (Socket socket = connect()) {
      send(socket, request);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The status of an answer; 0 for none. */
  int status(String... lines) throws IOException {
    String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
    return status(answer(request.getBytes(StandardCharsets.UTF_8)));
  }

  static int status(String answer) {
    return answer.matches("(?s)HTTP/1\\.1 \\d{3} .*")
        ? Integer.parseInt(answer.substring(9, 12))
        : 0;
  }

  /** Whether a connection ends that sends something and then a letter now and again. */
  boolean isCutOff(String request) throws IOException, InterruptedException {
    try (Socket socket = connect()) {
      send(socket, request.getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < WAIT_MILLIS / 100; i++) {
        socket.setSoTimeout(100);
        try {
          if (socket.getInputStream().read() < 0) {
            return true;
          }
        } catch (SocketTimeoutException e) {
          if (!request.isEmpty()) {
            send(socket, new byte[] {'x'});
          }
        }
      }
      return false;
    } catch (IOException e) {
      return true; // reset by the other side
    }
  }

  /** Whether a connection ends whose client asks again and again and takes no answer. */
  boolean isCutOffWithoutReading(String request) throws IOException, InterruptedException {
    byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4_096);
      socket.connect(new java.net.InetSocketAddress("127.0.0.1", port));
      Thread asking =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      while (true) {
                        send(socket, bytes);
                      }
                    } catch (IOException e) {
                      // the server has closed the connection
                    }
                  });
      asking.join(WAIT_MILLIS);
      return !asking.isAlive();
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(WAIT_MILLIS);
    return socket;
  }

  private static void send(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }
}
