package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.study.Studies;
import downhill.study.sample.CmaesSampler;
import downhill.study.sample.TpeSampler;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import downhill.study.stop.HyperbandPruner;
import downhill.study.stop.MedianPruner;
import downhill.study.trial.MemoryLedger;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialScores;
import downhill.study.trial.TrialState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyStoreTest {
    @TempDir
    private Path folder;

    private StudyStore open() {
        return new StudyStore(folder.resolve("study.db"), "downhill", Studies.space(), "one");
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.db"));
             Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static List<Trial> whole(int trials) {
        MemoryLedger ledger = new MemoryLedger();
        Studies.run(ledger, new TpeSampler(3), new HyperbandPruner(), trials, () -> true);
        return ledger.trials();
    }

    @Test
    void whatWasWrittenIsReadBackToTheLastBit() {
        try (StudyStore store = open()) {
            assertThat(Studies.run(store, new TpeSampler(3), new HyperbandPruner(), 130, () -> true)).isTrue();
            assertThat(store.trials()).isEqualTo(whole(130));
        }
        try (StudyStore again = open()) {
            assertThat(again.trials()).isEqualTo(whole(130));
        }
    }

    @Test
    void whatElseIsKnownOfATrialAndWhenItRanIsReadBackToo() {
        TrialScores scores = new TrialScores(List.of(0.1, 1e-9, 1.0 / 3), 2.0 / 3);
        try (StudyStore store = open()) {
            Trial trial = Trial.begun(0, Studies.space().values(knob -> 0.5), 0, 0);
            store.claim(all -> List.of(trial, Trial.begun(1, trial.values(), 0, 0)));
            store.write(810, Map.of(0, 0.5), List.of(trial.reporting(810, 0.5).ended(TrialState.COMPLETE, 0.5).scored(scores)));
            assertThat(store.trials()).extracting(Trial::scores).containsExactly(scores, TrialScores.NONE);
            assertThat(store.spans()).hasSize(2);
            assertThat(store.spans().get(0).ended()).isAfterOrEqualTo(store.spans().get(0).begun());
            assertThat(store.spans().get(1).ended()).isNull();
        }
    }

    /** Whoever looks on reads several tables, and another program may write between any two of them. */
    @Test
    void whoReadsWhileAnotherWritesSeesOneMoment() throws Exception {
        try (StudyStore writing = open(); StudyStore reading = open()) {
            Thread writer = new Thread(() -> Studies.run(writing, new TpeSampler(3), new HyperbandPruner(), 160, () -> true));
            writer.start();
            List<Trial> seen = List.of();
            while (writer.isAlive()) {
                List<Trial> now = reading.trials();
                assertThat(now).hasSizeGreaterThanOrEqualTo(seen.size())
                        .allMatch(trial -> trial.generation() >= 0 && !trial.values().isEmpty());
                seen = now;
            }
            writer.join();
            assertThat(reading.trials()).isEqualTo(whole(160));
        }
    }

    @Test
    void aStudyThatWasInterruptedGoesOnInAnotherProgram() {
        boolean ended = false;
        for (int round = 0; !ended; round++) {
            try (StudyStore store = open()) {
                AtomicInteger left = new AtomicInteger(20 + round % 3);
                ended = Studies.run(store, new TpeSampler(3), new HyperbandPruner(), 100, () -> left.decrementAndGet() > 0);
            }
        }
        try (StudyStore store = open()) {
            assertThat(store.trials()).isEqualTo(whole(100));
        }
    }

    /** Two that work on one study run no trial twice and leave none. */
    @Test
    void twoMayWorkOnOneStudy() throws Exception {
        List<Throwable> faults = new ArrayList<>();
        List<Thread> workers = new ArrayList<>();
        open().close();
        for (int i = 0; i < 2; i++) {
            Thread worker = new Thread(() -> {
                try (StudyStore store = open()) {
                    Studies.run(store, new CmaesSampler(3), new MedianPruner(), 80, () -> true);
                } catch (RuntimeException e) {
                    faults.add(e);
                }
            });
            workers.add(worker);
            worker.start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        assertThat(faults).isEmpty();
        try (StudyStore store = open()) {
            assertThat(store.trials()).hasSize(80).allMatch(trial -> trial.state().ended());
            assertThat(store.trials()).extracting(Trial::number).doesNotHaveDuplicates();
        }
    }

    /** The rows are as Optuna 3.1.0 writes them; such a study holds them, too. */
    @Test
    void trialsOfAnotherProgramAreReadAndCounted() throws SQLException {
        try (StudyStore store = open()) {
            Studies.run(store, new TpeSampler(3), new MedianPruner(), 12, () -> true);
        }
        sql("insert into trials values (1001, 12, 1, 'COMPLETE', '2026-11-29 01:00:00.000000', '2026-11-29 01:00:01.000000')",
                "insert into trial_params values (null, 1001, 'rate', 0.01, '{\"name\": \"FloatDistribution\", \"attributes\": "
                        + "{\"step\": null, \"low\": 1e-05, \"high\": 1.0, \"log\": true}}')",
                "insert into trial_params values (null, 1001, 'batch', 8.0, '{\"name\": \"IntDistribution\", \"attributes\": "
                        + "{\"log\": true, \"step\": 1, \"low\": 8, \"high\": 64}}')",
                "insert into trial_params values (null, 1001, 'optimizer', 2.0, '{\"name\": \"CategoricalDistribution\", \"attributes\": "
                        + "{\"choices\": [\"adam\", \"momentum\", \"sgd\"]}}')",
                "insert into trial_values values (null, 1001, 0, -5.0, 'FINITE')",
                "insert into trials values (1002, 13, 1, 'WAITING', null, null)",
                "insert into trials values (1003, 14, 1, 'RUNNING', '2026-11-29 01:00:00.000000', null)",
                "insert into trial_intermediate_values values (null, 1003, 5, null, 'INF_POS')");
        try (StudyStore store = open()) {
            Trial added = store.trials().get(12);
            assertThat(added.values()).containsEntry("rate", 0.01).containsEntry("batch", 8L).containsEntry("optimizer", "sgd");
            assertThat(added.loss()).isEqualTo(-5);
            assertThat(added.generation()).isEqualTo(-1);
            assertThat(store.trials().get(14).latest()).isEqualTo(Double.POSITIVE_INFINITY);
            Studies.run(store, new TpeSampler(3), new MedianPruner(), 20, () -> true);
            assertThat(store.trials()).as("counted, and not taken from whoever runs it").hasSize(20);
            assertThat(store.trials().get(13).state()).isEqualTo(TrialState.WAITING);
            assertThat(store.trials().get(14).state()).isEqualTo(TrialState.RUNNING);
        }
    }

    private void refused(String why) throws IOException {
        Path file = folder.resolve("study.db");
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining(why).hasMessageContaining("study.db")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
        assertThat(Files.readAllBytes(file)).as("as it was").isEqualTo(before);
    }

    @Test
    void aFileOfAnotherKindIsRefusedAndStaysAsItIs() throws Exception {
        Path file = folder.resolve("study.db");
        Files.writeString(file, "a,b\n1,2\n".repeat(300));
        refused("no database of SQLite");
        Files.delete(file);
        sql("create table notes (text text)");
        refused("another program");
        sql("drop table notes");
        try (StudyStore store = open()) {
            Studies.run(store, new TpeSampler(3), new MedianPruner(), 60, () -> true);
        }
        sql("update alembic_version set version_num = 'v9.9.9'");
        refused("v9.9.9");
        sql("update alembic_version set version_num = 'v3.2.0.a'");
        open().close();
        byte[] whole = Files.readAllBytes(file);
        byte[] damaged = whole.clone();
        java.util.Arrays.fill(damaged, 4096 * 3, 4096 * 6, (byte) 0x5A);
        Files.write(file, damaged);
        refused("damaged");
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        refused("damaged");
        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> new StudyStore(folder.resolve("none/study.db"), "a", Studies.space(), "one"))
                .isInstanceOf(StoreException.class).hasMessageContaining("folder");
    }

    @Test
    void anotherSpaceOrAnotherExperimentIsRefusedAndNothingIsLost() throws Exception {
        try (StudyStore store = open()) {
            Studies.run(store, new TpeSampler(3), new MedianPruner(), 12, () -> true);
        }
        Path file = folder.resolve("study.db");
        SearchSpace other = new SearchSpace(List.of(VaryText.read("rate=1e-5..0.1:log")));
        assertThatThrownBy(() -> new StudyStore(file, "downhill", other, "one")).hasMessageContaining("other settings or ranges");
        assertThatThrownBy(() -> new StudyStore(file, "downhill", Studies.space(), "two")).hasMessageContaining("other data, another model");
        new StudyStore(file, "second", other, "two").close();
        sql("insert into studies values (77, 'theirs')", "insert into study_directions values (null, 'MINIMIZE', 77, 0)");
        assertThatThrownBy(() -> new StudyStore(file, "theirs", other, "two")).as("a study that Optuna made")
                .hasMessageContaining("made by another program");
        try (StudyStore store = open()) {
            assertThat(store.trials()).hasSize(12);
        }
    }

    @Test
    void aLockedFileIsToldOf() throws SQLException {
        open().close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.db"));
             Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            assertThatThrownBy(() -> new StudyStore(folder.resolve("study.db"), "new", Studies.space(), "one", 50))
                    .isInstanceOf(StoreException.class).hasMessageContaining("another program is writing");
            statement.execute("rollback");
        }
        open().close();
    }

    @Test
    void afterItIsClosedOneFileIsLeftWithTheTablesOfOptuna() throws Exception {
        open().close();
        assertThat(folder.toFile().list()).containsExactly("study.db");
        List<String> tables = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.db"));
             Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery("select lower(sql) from sqlite_master where sql is not null order by name")) {
            while (rows.next()) {
                tables.add(rows.getString(1).replaceAll("\\s+", " ").replaceAll("\\s*([(),])\\s*", "$1"));
            }
        }
        String optuna = new String(getClass().getResourceAsStream("/reference/optuna-3.1.0.sql").readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(tables).containsExactlyInAnyOrderElementsOf(optuna.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    /** A library from a folder that anybody can write into is anybody's. */
    @Test
    void theNativeLibraryLiesInAFolderOfOurOwn() throws IOException {
        open().close();
        Path library = Path.of(System.getProperty("org.sqlite.lib.path"));
        assertThat(library).isAbsolute().isDirectory();
        if (Files.getFileStore(library).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(library))).isEqualTo("rwx------");
        }
        assertThat(library.toFile().list()).as("unpacked once, and nothing left over").hasSize(1);
    }
}
