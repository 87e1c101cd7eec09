package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.export.ExportCases;
import downhill.store.ModelStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command that serves: what it refuses to begin with, and how it ends. */
class ServeCommandTest {
    @TempDir
    private static Path folder;
    private static Path model;

    @BeforeAll
    static void write() {
        model = folder.resolve("m.downhill-model");
        ModelStore.write(model, ExportCases.distinct().get(0));
    }

    private static void refused(String words, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("serve"));
        all.addAll(List.of(arguments));
        Cli cli = Cli.run(all.toArray());
        assertThat(cli.code()).as(cli.err()).isEqualTo(2);
        assertThat(cli.err().strip()).contains(words).doesNotContain("\n", "\tat ");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void whatCannotBeginIsSaidInOneSentence() throws Exception {
        refused("none.downhill-model", folder.resolve("none.downhill-model"));
        refused(folder.toString(), "m=" + folder);
        Path broken = Files.write(folder.resolve("broken.downhill-model"), new byte[] {80, 75, 3, 4});
        refused("broken.downhill-model", broken);
        refused("m:1=FILE m:2=FILE", model, model);
        refused("from 0 to 65535", model, "--port", 70_000);
        refused("--token-file", model, "--host", "0.0.0.0");
        refused("There is no address", model, "--host", "there.is.none.invalid");
        refused("--max-body", model, "--max-body", 41);
        refused("--timeout", model, "--timeout", 0);
        refused("--tls-key", model, "--tls-password-file", model);
        refused("PKCS #12", model, "--tls-key", model);
        refused("none.p12 cannot be read", model, "--tls-key", folder.resolve("none.p12"));
        refused("cannot be read", model, "--tls-key", folder);
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        Path keys = folder.resolve("empty.p12");
        try (var out = Files.newOutputStream(keys)) {
            empty.store(out, new char[0]);
        }
        refused("no private key", model, "--tls-key", keys);
        refused("cannot be read", model, "--tls-key", keys, "--tls-password-file", folder.resolve("none"));
        refused("--token-file", model, "--token-file", folder.resolve("none"));
    }

    @Test
    void aPortThatIsTakenIsSaid() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            refused("Port " + taken.getLocalPort() + " of 127.0.0.1 is taken", model, "--port", taken.getLocalPort());
        }
    }

    /** A process of its own. */
    private static final class Running {
        private final Process process;
        private final String address;

        Running(Object... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                    "-XX:TieredStopAtLevel=1", "-Ddownhill.home=" + folder.resolve("home"), "-cp", System.getProperty("java.class.path"),
                    "downhill.Downhill", "serve", "m=" + model));
            for (Object each : arguments) {
                command.add(each.toString());
            }
            process = new ProcessBuilder(command).redirectError(folder.resolve("said.txt").toFile()).start();
            BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String first = out.readLine();
            assertThat(first).as(Files.readString(folder.resolve("said.txt"))).endsWith("v2/models/m");
            address = out.readLine();
        }

        int ask() throws IOException, InterruptedException {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address + "v2/models/m")).build(),
                    BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void killedItBeginsAgainAtTheSamePortAndToldToEndItEndsWell() throws Exception {
        Running first = new Running("--port", 0);
        assertThat(first.ask()).isEqualTo(200);
        first.process.destroyForcibly().waitFor();
        Running second = new Running("--port", URI.create(first.address).getPort());
        assertThat(second.ask()).isEqualTo(200);
        second.process.destroy();
        assertThat(second.process.waitFor()).isZero();
        assertThat(Files.readString(folder.resolve("said.txt"))).contains("for programs of this machine alone", "Stopping", "Stopped.")
                .doesNotContain("\tat ");
    }

    /** SlowLoris: heads and bodies that never end; after the time that a request may take each is closed. */
    @Test
    @Tag("soak")
    @DisabledOnOs(OS.WINDOWS)
    void slowClientsAreClosed() throws Exception {
        Running running = new Running("--port", 0, "--timeout", 2);
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Socket socket = new Socket("127.0.0.1", URI.create(running.address).getPort());
            socket.getOutputStream().write((i % 2 == 0 ? "POST /v2 HTTP/1.1\r\nX: "
                    : "POST /v2/models/m/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }
        for (Socket each : slow) {
            assertThat(answerOrEnd(each)).matches("(?s)|HTTP/1.1 4.*");
            each.close();
        }
        assertThat(running.ask()).isEqualTo(200);
        running.process.destroy();
        assertThat(running.process.waitFor()).isZero();
    }

    /** A connection that is reset says nothing more. */
    private static String answerOrEnd(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException reset) {
            return "";
        }
    }
}
