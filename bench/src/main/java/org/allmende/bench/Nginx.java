package org.allmende.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An nginx that serves one folder, as the floor to compare with; Debian's package nginx-light. */
final class Nginx implements AutoCloseable {

  private final Process process;
  private final URI home;

  private Nginx(Process process, URI home) {
    this.process = process;
    this.home = home;
  }

  /** Serves the bytes at {@code /page}. */
  static Nginx serving(byte[] page) throws IOException, InterruptedException {
    Path folder = Program.freshFolder("nginx");
    Path files = Files.createDirectories(folder.resolve("files"));
    Files.write(files.resolve("page"), page);
    int port = Program.freePort();
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(
        configuration,
        """
        daemon off;
        worker_processes 1;
        pid %1$s/pid;
        error_log %1$s/error.log;
        user root;
        events { worker_connections 1024; }
        http {
          access_log off;
          sendfile on;
          tcp_nopush on;
          keepalive_requests 1000000;
          default_type text/html;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          server { listen 127.0.0.1:%2$d; root %1$s/files; }
        }
        """
            .formatted(folder, port));
    Process process;
    try {
      process =
          new ProcessBuilder("nginx", "-p", folder.toString(), "-c", configuration.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("nginx.log").toFile())
              .start();
    } catch (IOException missing) {
      throw new IOException("This benchmark needs nginx. On Debian: apt-get install nginx-light");
    }
    if (process.waitFor(1, TimeUnit.SECONDS)) {
      throw new IOException("nginx ended: " + Files.readString(folder.resolve("nginx.log")));
    }
    return new Nginx(process, URI.create("http://127.0.0.1:" + port + "/"));
  }

  URI home() {
    return home;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
