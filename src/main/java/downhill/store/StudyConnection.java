package downhill.store;

import downhill.words.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A file of SQLite with the tables of studies: opened only where it is one, and each fault said in one sentence. */
final class StudyConnection implements AutoCloseable {
    /** So long it is waited for others. */
    static final int BUSY_MILLIS = 5000;

    /** What is done in one transaction. */
    interface Work<T> {
        T done() throws SQLException;
    }

    /** Takes one row of an answer. */
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private final Path file;
    private final int patience;
    private final boolean writes;
    private final Connection connection;

    /**
     * Opens it, and makes the tables where there are none.
     *
     * @param patience milliseconds for which others are waited for
     * @throws StoreException where it is no such file, or is in use for longer; it is then as it was
     */
    StudyConnection(Path file, int patience) {
        this(file, patience, true);
    }

    /** Of a file that is there, to read it alone. */
    static StudyConnection reading(Path file) {
        PlainFile.require(file);
        return new StudyConnection(file, BUSY_MILLIS, false);
    }

    private StudyConnection(Path file, int patience, boolean writes) {
        this.writes = writes;
        this.file = file;
        this.patience = patience;
        SqliteNatives.prepare();
        requirePlace();
        connection = guarded(this::open);
        try {
            guarded(() -> {
                check();
                return null;
            });
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    private void requirePlace() {
        if (Files.exists(file)) {
            PlainFile.require(file);
        } else if (file.toAbsolutePath().getParent() == null || !Files.isDirectory(file.toAbsolutePath().getParent())) {
            throw new StoreException(Said.of("study.folder", file));
        }
    }

    private Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(patience);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /** Nothing is written before it is sure that the file is ours to write. */
    private void check() throws SQLException {
        Set<String> tables = new HashSet<>();
        query(StudySql.TABLE_NAMES, row -> tables.add(row.getString(1)));
        if (tables.isEmpty() && writes) {
            prepareToWrite();
            transaction(this::create);
            return;
        }
        if (!tables.containsAll(List.of("alembic_version", "version_info", "studies", "trials"))) {
            throw new StoreException(Said.of("study.foreign", file));
        }
        query(StudySql.VERSION, row -> {
            String revision = row.getString(1);
            if (!StudySql.REVISION.equals(revision) && !StudySql.LATER.equals(revision)) {
                throw new StoreException(Said.of("study.version", file, revision));
            }
        });
        query("pragma quick_check(1)", row -> {
            if (!"ok".equals(row.getString(1))) {
                throw new StoreException(Said.of("study.damaged", file));
            }
        });
        if (writes) {
            prepareToWrite();
        }
    }

    /** Others can read while we write, and what is written is there after the program was killed. */
    private void prepareToWrite() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode=wal");
            statement.execute("pragma synchronous=normal");
        }
    }

    /** Another program may have been faster. */
    private Void create() throws SQLException {
        Set<String> tables = new HashSet<>();
        query(StudySql.TABLE_NAMES, row -> tables.add(row.getString(1)));
        if (tables.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                for (String each : StudySql.TABLES) {
                    statement.execute(each);
                }
            }
        }
        return null;
    }

    /** A copy in a file that is there and empty, which needs no other beside it. */
    void copyInto(Path empty) {
        guarded(() -> {
            try (PreparedStatement statement = prepared(StudySql.COPY, empty.toAbsolutePath().toString())) {
                statement.execute();
            }
            return null;
        });
    }

    /** All of it or nothing; nobody else writes meanwhile. */
    <T> T transaction(Work<T> work) {
        return guarded(() -> {
            try {
                connection.setAutoCommit(false);
                T result = work.done();
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (SQLException | RuntimeException failed) {
                undo(connection::rollback, failed);
                undo(() -> connection.setAutoCommit(true), failed);
                throw failed;
            }
        });
    }

    private interface Undoing {
        void run() throws SQLException;
    }

    /**
     * A transaction that was never begun, since another program writes, or that SQLite has undone itself, since the disk is full, cannot be
     * undone: what failed first is what must be told, and the next one must be able to begin.
     */
    private static void undo(Undoing undoing, Exception failed) {
        try {
            undoing.run();
        } catch (SQLException undone) {
            failed.addSuppressed(undone);
        }
    }

    /** What is asked sees the file as it is at one moment, whatever others write meanwhile. */
    <T> T snapshot(Work<T> work) {
        return guarded(() -> {
            execute("begin deferred");
            try {
                return work.done();
            } finally {
                execute("commit");
            }
        });
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Every row of an answer. */
    void query(String sql, RowReader reader, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(sql, arguments); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /** Changes something; gives the number of the row that was put in. */
    long update(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(sql, arguments)) {
            statement.executeUpdate();
        }
        long[] last = new long[1];
        query("select last_insert_rowid()", row -> last[0] = row.getLong(1));
        return last[0];
    }

    private PreparedStatement prepared(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    /** Faults of the file in words. */
    <T> T guarded(Work<T> work) {
        try {
            return work.done();
        } catch (SQLException e) {
            throw new StoreException(said(e), e);
        }
    }

    private Said said(SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException lite ? lite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xFF)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> Said.of("study.locked", file);
            case SQLITE_NOTADB -> Said.of("study.none", file);
            case SQLITE_CORRUPT -> Said.of("study.damaged", file);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_CANTOPEN -> Said.of("study.readonly", file);
            case SQLITE_FULL -> Said.of("study.full", file);
            default -> Said.of("study.fault", file, String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        };
    }

    @Override
    public void close() {
        guarded(() -> {
            connection.close();
            return null;
        });
    }
}
