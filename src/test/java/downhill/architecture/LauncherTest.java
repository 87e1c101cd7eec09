package downhill.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts find their folder whatever the environment says about where {@code cd} goes. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    private Path folder;
    private Path home;

    @BeforeEach
    void lay() throws IOException {
        home = folder.toRealPath().resolve("app with spaces");
        for (String place : List.of("app with spaces/bin", "app with spaces/.ci", "tools/bin", "elsewhere/bin", "elsewhere/.ci")) {
            Files.createDirectories(folder.resolve(place));
        }
        Files.copy(Path.of("installer/launcher/downhill"), home.resolve("bin/downhill"));
        Files.copy(Path.of(".ci/run"), home.resolve(".ci/run"));
        program("tools/bin/java", "for a in \"$@\"; do echo \"$a\"; done");
        program("tools/bin/mvn", "pwd");
    }

    private void program(String name, String line) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private List<String> run(String path, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().put("CDPATH", path);
        builder.environment().put("JAVA_HOME", folder.resolve("tools").toString());
        builder.environment().put("PATH", folder.resolve("tools/bin") + ":" + System.getenv("PATH"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../elsewhere", "/:."})
    void theLauncherAndTheTestsFindTheirFolder(String path) throws IOException, InterruptedException {
        assertThat(run(path, "sh", "bin/downhill", "--version")).contains("-Ddownhill.home=" + home, home + "/lib/*", "--version");
        assertThat(run(path, "bash", ".ci/run")).containsExactly(home.toString());
    }

    /** Rules, help, samples and files up to 200 MB are looked at in a moment; what may take long gets the whole compiler. */
    @ParameterizedTest
    @CsvSource({"rules adam, true", "--help, true", "inspect iris, true", "inspect bin/downhill, true", "inspect large.csv, false",
            "inspect --json large.csv, false", "inspect packed.csv.gz, false", "compare iris, false", "gui, false", "inspect, true"})
    void whatIsBriefStartsWithTheQuickCompilerAlone(String line, boolean brief) throws IOException, InterruptedException {
        Files.createFile(home.resolve("packed.csv.gz"));
        try (RandomAccessFile large = new RandomAccessFile(home.resolve("large.csv").toFile(), "rw")) {
            large.setLength((200 << 20) + 1);
        }
        String[] command = ("sh bin/downhill " + line).split(" ");
        List<String> java = run("", command);
        assertThat(java.contains("-XX:TieredStopAtLevel=1")).isEqualTo(brief);
        assertThat(java).endsWith(command[command.length - 1]);
    }

    /** Commands take little memory; a window must not stand still, and who says how memory is used says it alone. */
    @ParameterizedTest
    @CsvSource({"compare iris, '', true", "tune iris, -Da=b, true", "gui, '', false", "serve a.downhill-model, '', false",
            "compare iris, -Xmx48m, false", "compare iris, -XX:+UseSerialGC, false"})
    void commandsTakeLittleMemory(String line, String options, boolean frugal) throws IOException, InterruptedException {
        List<String> java = run("", ("env DOWNHILL_JAVA_OPTIONS=" + options + " sh bin/downhill " + line).split(" "));
        assertThat(java.contains("-XX:+UseParallelGC")).isEqualTo(frugal);
        assertThat(java).containsAll(options.isEmpty() ? List.of() : List.of(options));
    }

    /** A stand-in of what is packaged: the starter of the window, a Java that says what it is told, and the options. */
    private void packaged() throws IOException {
        Files.copy(Path.of("installer/launcher/downhill"), home.resolve("bin/downhill-cli"));
        Files.createDirectories(home.resolve("lib/app/natives"));
        Files.createDirectories(home.resolve("lib/runtime/bin"));
        Files.writeString(home.resolve("lib/app/Downhill.cfg"), String.join("\n", "[Application]", "app.mainclass=downhill.Downhill",
                "app.classpath=$APPDIR/downhill.jar", "app.classpath=$APPDIR/other.jar", "", "[JavaOptions]",
                "java-options=-Dfile.encoding=UTF-8", "java-options=-Ddownhill.natives=$APPDIR/natives", ""));
        program("app with spaces/lib/runtime/bin/java", "for a in \"$@\"; do echo \"$a\"; done");
        program("app with spaces/bin/Downhill", "echo \"$@\"");
    }

    /** Commands of a packaged program take its own Java and options, as little memory as those of the launcher; a window its starter. */
    @Test
    void aPackagedProgramHasTheOptionsOfTheLauncher() throws IOException, InterruptedException {
        packaged();
        String app = home + "/lib/app";
        List<String> java = run("", "sh", "bin/downhill-cli", "compare", "a file", "--steps", "1");
        assertThat(java).contains("-XX:+UseParallelGC", "-Dfile.encoding=UTF-8", "-Ddownhill.natives=" + app + "/natives");
        assertThat(java).containsSequence("-Ddownhill.home=" + home, "-cp", app + "/downhill.jar:" + app + "/other.jar",
                "downhill.Downhill", "compare", "a file", "--steps", "1").endsWith("1");
        assertThat(run("", "sh", "bin/downhill-cli")).containsExactly("");
        assertThat(run("", "sh", "bin/downhill-cli", "gui", "a file")).containsExactly("gui a file");
    }

    /** Installed without rights, with menu, file types and policy; a dry run does nothing, and removal leaves nothing. */
    @Test
    void aSchoolInstallsForOnePersonAndTakesItAwayAgain() throws IOException, InterruptedException {
        for (String name : List.of("school/install.sh", "debian/downhill.desktop", "debian/downhill.xml", "icons/downhill.png")) {
            Files.copy(Path.of("installer").resolve(name), home.resolve(Path.of(name).getFileName()));
        }
        packaged();
        Files.setPosixFilePermissions(home.resolve("lib/app/natives"), PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.writeString(home.resolve("mine.json"), "{}");
        String person = folder.resolve("per son & 人").toString();
        String[] install = {"env", "HOME=" + person, "XDG_DATA_HOME=", "sh", "install.sh", "--policy", "mine.json"};
        assertThat(run("", append(install, "--dry-run"))).anyMatch(line -> line.startsWith("mkdir"));
        assertThat(Path.of(person)).doesNotExist();
        run("", install);
        assertThat(run("", person + "/.local/bin/downhill", "lesson", "momentum")).containsExactly("lesson momentum");
        assertThat(run("", person + "/.local/bin/downhill", "rules")).contains("downhill.Downhill", "rules");
        Path natives = Path.of(person + "/.local/opt/downhill/lib/app/natives");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(natives))).as("can be taken away").startsWith("rwx");
        assertThat(Path.of(person + "/.local/opt/downhill/policy.json")).hasContent("{}");
        assertThat(Files.readString(Path.of(person + "/.local/share/applications/downhill.desktop")))
                .contains("Exec=\"" + person + "/.local/bin/downhill\" gui %f").contains("application/x-downhill-lesson;");
        Files.createDirectories(folder.resolve("share/bin"));
        String refused = "sh install.sh --to '" + folder.resolve("share") + "' 2>&1; echo $?";
        assertThat(run("", "sh", "-c", refused)).hasSize(2).last().isEqualTo("2");
        assertThat(folder.resolve("share/bin")).as("of somebody else").exists();
        run("", "env", "HOME=" + person, "XDG_DATA_HOME=", "sh", person + "/.local/opt/downhill/install.sh", "--remove");
        try (java.util.stream.Stream<Path> left = Files.walk(Path.of(person))) {
            assertThat(left.filter(Files::isRegularFile).filter(file -> file.getFileName().toString().startsWith("downhill"))).isEmpty();
        }
    }

    private static String[] append(String[] command, String more) {
        String[] longer = java.util.Arrays.copyOf(command, command.length + 1);
        longer[command.length] = more;
        return longer;
    }

    /** Every kind of file that the program opens by double click is known to each system's installer. */
    @Test
    void everyKindOfFileIsAssociatedEverywhere() throws IOException {
        for (String ending : List.of("downhill", "downhill-model", "lesson")) {
            assertThat(Files.readString(Path.of("installer/debian/downhill.xml"))).contains("pattern=\"*." + ending + "\"");
            String properties = List.of("experiment", "model", "lesson").stream().filter(name -> {
                try {
                    return Files.readAllLines(Path.of("installer/" + name + ".properties")).contains("extension=" + ending);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).findFirst().orElseThrow();
            assertThat(Files.readString(Path.of("installer/build.sh"))).contains("--file-associations installer/" + properties);
            assertThat(Files.readString(Path.of("installer/build.bat"))).contains("--file-associations installer\\" + properties);
        }
    }

    @Test
    void anArchiveThatIsThereIsUsedAndQuickenMakesOne() throws IOException, InterruptedException {
        String archive = "-XX:SharedArchiveFile=" + home + "/classes.jsa";
        Files.copy(Path.of("installer/launcher/quicken"), home.resolve("bin/quicken"));
        assertThat(run("", "sh", "bin/downhill", "rules")).doesNotContain(archive);
        program("tools/bin/java",
                "for a in \"$@\"; do case $a in -XX:ArchiveClassesAtExit=*) : > \"${a#*=}\" ;; esac; echo \"$a\"; done");
        assertThat(run("", "sh", "bin/quicken")).containsExactly(home + "/classes.jsa");
        assertThat(home.resolve("classes.jsa")).exists();
        assertThat(run("", "sh", "bin/downhill", "rules")).contains(archive).endsWith("rules");
    }

    @Test
    void everyScriptSaysWhereCdGoes() throws IOException {
        for (String script : List.of("installer/launcher/downhill", "installer/launcher/quicken",
                ".ci/run", ".ci/extras", "installer/build.sh", "installer/try-deb.sh",
                "installer/classes.sh", "installer/debian/package.sh", "installer/debian/archive", "installer/school/install.sh")) {
            assertThat(Files.readAllLines(Path.of(script)).stream()
                    .filter(line -> line.matches("(.*[^\\w])?cd [^-].*") && !line.contains("CDPATH= cd --") && !line.startsWith("#")))
                    .as(script).isEmpty();
        }
    }
}
