package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import downhill.export.ExportCases;
import downhill.serve.Asking;
import downhill.serve.ModelAddress;
import downhill.store.ModelStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What lies in {@code installer/deploy} calls the program by options that it has, from places that there are. */
class DeployFilesTest {
    private static final Path DEPLOY = Path.of("installer/deploy");

    @TempDir
    private Path folder;

    private static String text(String name) throws IOException {
        return Files.readString(DEPLOY.resolve(name));
    }

    /** The program's own parser takes the call, and its model has a name. */
    private static CommandLine.ParseResult parsed(List<String> arguments) {
        CommandLine line = CommandLineInterface.commands(new Tools(new Cli.NoWindow(), null, null, null, null));
        CommandLine.ParseResult call = line.parseArgs(arguments.toArray(String[]::new)).subcommand();
        assertThat(call.commandSpec().name()).isEqualTo("serve");
        List<String> models = call.matchedPositional(0).getValue();
        assertThat(models).isNotEmpty().allSatisfy(each -> assertThat(ModelAddress.parse(each).file()).isAbsolute());
        return call;
    }

    private static List<String> list(String json) {
        return Pattern.compile("\"((?:\\\\.|[^\"\\\\])*+)\"").matcher(json).results()
                .map(each -> each.group(1).replace("\\\\", "\\").replace("\\\"", "\"")).toList();
    }

    private static String line(String text, String begin) {
        Matcher line = Pattern.compile("(?m)^" + begin + "(.*)$").matcher(text);
        assertThat(line.find()).as(begin).isTrue();
        return line.group(1);
    }

    @Test
    void theImageCallsTheProgramAndAsksForAToken() throws IOException {
        String text = text("Dockerfile");
        List<String> entry = list(line(text, "ENTRYPOINT "));
        assertThat(entry.get(0)).isEqualTo(line(text, "COPY target/app ") + "/bin/downhill");
        assertThat(Path.of("installer/launcher/downhill")).isExecutable();
        List<String> call = new ArrayList<>(entry.subList(1, entry.size()));
        call.addAll(list(line(text, "CMD ")));
        assertThat(parsed(call).hasMatchedOption("--token-file")).isTrue();
        assertThat(line(text, "EXPOSE ")).isEqualTo("8080");
        String run = text.substring(text.indexOf("downhill-serve /models"), text.indexOf("# Libraries"));
        List<String> shown = new ArrayList<>(List.of("serve"));
        shown.addAll(Arrays.asList(run.strip().split("\\s+")).subList(1, run.strip().split("\\s+").length));
        parsed(shown);
        assertThat(line(text, "USER ")).isNotEqualTo("0");
    }

    /** Asked as Docker asks, a server that answers is well, and a port where nobody answers is not. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theImageKnowsWhetherItIsWell() throws IOException, InterruptedException {
        assumeThat(Path.of("/bin/bash")).exists();
        Path model = folder.resolve("m.downhill-model");
        ModelStore.write(model, ExportCases.distinct().get(0));
        List<String> check = list(line(text("Dockerfile"), "HEALTHCHECK [^\\[]*CMD "));
        int port;
        try (Asking asking = Asking.of(model)) {
            port = asking.port();
            assertThat(code(check, port)).isZero();
        }
        assertThat(code(check, port)).isNotZero();
    }

    private static int code(List<String> check, int port) throws IOException, InterruptedException {
        return new ProcessBuilder(check.stream().map(each -> each.replace("8080", "" + port)).toList())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    @Test
    void theServiceCallsTheProgramAsSystemdReadsIt() throws IOException, InterruptedException {
        String text = text("downhill-serve.service");
        List<String> call = List.of(line(text, "ExecStart=").replace("${CREDENTIALS_DIRECTORY}", "/run/credentials").split(" "));
        assertThat(call.get(0)).endsWith("/bin/downhill");
        assertThat(parsed(call.subList(1, call.size())).hasMatchedOption("--token-file")).isTrue();
        assumeThat(Path.of("/usr/bin/systemd-analyze")).exists();
        Path unit = Files.writeString(folder.resolve("downhill-serve.service"), text.replace(call.get(0), "/bin/true"));
        Process verify = new ProcessBuilder("systemd-analyze", "verify", "--man=no", unit.toString()).redirectErrorStream(true).start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verify.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("downhill-serve.service:");
    }

    @Test
    void theManifestCallsTheProgramAndAsksForHealthWhereItIs() throws IOException {
        String text = text("kserve.yaml");
        Matcher block = Pattern.compile("args:\n((?: +- \".*\"\n)+)").matcher(text);
        assertThat(block.find()).isTrue();
        List<String> call = new ArrayList<>(List.of("serve"));
        call.addAll(list(block.group(1)));
        call.set(1, call.get(1).replace("{{.Name}}", "iris"));
        assertThat(parsed(call).hasMatchedOption("--token-file")).isTrue();
        assertThat(ModelAddress.parse(call.get(1)).name()).isEqualTo("iris");
        assertThat(Pattern.compile("path: (\\S+)").matcher(text).results().map(each -> each.group(1)))
                .containsExactly("/v2/health/ready", "/v2/health/live");
        assertThat(text).doesNotContain("\t").contains("protocolVersion: v2", "runAsNonRoot: true");
        assertThat(text.lines().filter(line -> !line.startsWith("#") && !line.equals("---")))
                .allMatch(line -> line.matches("( {2})*(- )?[A-Za-z][A-Za-z./]*:( .+)?|( {2})*- .+"));
    }
}
