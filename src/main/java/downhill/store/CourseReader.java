package downhill.store;

import downhill.engine.train.RunState;
import downhill.race.BestSoFar;
import downhill.race.KeyFrame;
import downhill.race.Lost;
import downhill.race.Outcome;
import downhill.race.SavedCourse;
import downhill.race.Score;
import downhill.race.history.PathPoint;
import downhill.race.history.SavedHistory;
import downhill.race.history.SavedPoints;
import downhill.race.history.SavedSeries;
import downhill.race.history.SavedTrack;
import downhill.words.Said;
import downhill.words.SaidIOException;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link CourseWriter} wrote. Nothing is believed: every count is held against a limit before there is room for it. */
final class CourseReader {
    private static final int MOST = 100_000;
    private static final int MOST_CHUNKS = 64;

    /** The file is not what it should be. */
    static final class DamagedException extends SaidIOException {
        private static final long serialVersionUID = 1L;

        DamagedException(Said said) {
            super(said);
        }
    }

    /** There would be more numbers than memory. */
    static final class TooLargeException extends SaidIOException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super(Said.of("course.memory"));
        }
    }

    private final DataInputStream in;
    private final NumberBlocks.Reader numbers;
    private final boolean answers;
    private final boolean ranges;
    private final List<BestSoFar> bests = new ArrayList<>();

    /**
     * @param limit   bytes of memory for all numbers together
     * @param answers whether points of the way say where the contender was asked: not before version 2
     * @param ranges  whether validations of several seeds have their range: not before version 3
     */
    CourseReader(DataInputStream in, long limit, boolean answers, boolean ranges) {
        this.in = in;
        this.answers = answers;
        this.ranges = ranges;
        this.numbers = new NumberBlocks.Reader(in, limit);
    }

    SavedCourse read(String id) throws IOException {
        bests.clear();
        long ruleStart = in.readLong();
        for (int left = count(); left > 0; left--) {
            bests.add(new BestSoFar(in.readDouble(), in.readLong(), in.readInt(), rows()));
        }
        KeyFrame now = frame();
        List<KeyFrame> frames = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            frames.add(frame());
        }
        SavedCourse.Standing standing = standing();
        return new SavedCourse(id, ruleStart, now, frames, standing, history());
    }

    private int count() throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new DamagedException(Said.of("course.list", count));
        }
        numbers.room(count);
        return count;
    }

    private KeyFrame frame() throws IOException {
        long step = in.readLong();
        int best = in.readInt();
        if (best < 0 || best >= bests.size()) {
            throw new DamagedException(Said.of("course.reference"));
        }
        if (step < 0) {
            throw new DamagedException(Said.of("course.step"));
        }
        return new KeyFrame(step, runs(), bests.get(best));
    }

    private RunState[] runs() throws IOException {
        int count = in.readInt();
        if (count < -1 || count > MOST) {
            throw new DamagedException(Said.of("course.list", count));
        }
        if (count < 0) {
            return null;
        }
        List<RunState> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(new RunState(in.readLong(), numbers.all(), present(rows()), numbers.all(), numbers.all()));
        }
        return runs.toArray(RunState[]::new);
    }

    private static double[][] present(double[][] rows) throws IOException {
        if (rows == null) {
            throw new DamagedException(Said.of("course.rows"));
        }
        return rows;
    }

    private double[][] rows() throws IOException {
        int count = in.readInt();
        if (count < -1 || count > MOST) {
            throw new DamagedException(Said.of("course.list", count));
        }
        if (count < 0) {
            return null;
        }
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(numbers.all());
        }
        return rows.toArray(double[][]::new);
    }

    private SavedCourse.Standing standing() throws IOException {
        return new SavedCourse.Standing(in.readLong(), outcome(in.readUTF()), in.readLong(), in.readDouble(),
                in.readBoolean() ? Lost.read(in.readUTF()) : null, in.readDouble(), in.readDouble(), numbers.all(),
                new Score(in.readDouble(), in.readDouble(), in.readDouble()));
    }

    private static Outcome outcome(String name) throws IOException {
        for (Outcome outcome : Outcome.values()) {
            if (WrittenNames.of(outcome).equals(name)) {
                return outcome;
            }
        }
        throw new DamagedException(Said.of("course.ending"));
    }

    private SavedHistory history() throws IOException {
        long start = in.readLong();
        SavedSeries loss = series();
        SavedSeries rate = series();
        boolean band = in.readBoolean();
        SavedSeries low = band ? series() : null;
        SavedSeries high = band ? series() : null;
        SavedPoints validation = points();
        SavedPoints metric = points();
        boolean ranged = ranges && in.readBoolean();
        SavedPoints leasts = ranged ? points() : null;
        SavedPoints mosts = ranged ? points() : null;
        long space = in.readLong();
        List<PathPoint> trail = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            trail.add(point());
        }
        return new SavedHistory(start, loss, rate, low, high, validation, metric, leasts, mosts, space, trail, parameters());
    }

    private SavedPoints points() throws IOException {
        return new SavedPoints(numbers.all(), numbers.all());
    }

    private PathPoint point() throws IOException {
        long step = in.readLong();
        double[] parameters = numbers.all();
        return new PathPoint(step, parameters, answers && in.readBoolean() ? numbers.all() : parameters);
    }

    private Map<Integer, SavedSeries> parameters() throws IOException {
        Map<Integer, SavedSeries> parameters = new HashMap<>();
        for (int left = count(); left > 0; left--) {
            if (parameters.put(in.readInt(), series()) != null) {
                throw new DamagedException(Said.of("course.twice"));
            }
        }
        return parameters;
    }

    private SavedSeries series() throws IOException {
        long start = in.readLong();
        SavedTrack raw = track();
        List<SavedTrack> bins = new ArrayList<>();
        for (int level = 0; level < SavedSeries.LEVELS; level++) {
            bins.add(track());
        }
        double[][] open = new double[SavedSeries.LEVELS][];
        for (int level = 0; level < SavedSeries.LEVELS; level++) {
            open[level] = numbers.all();
        }
        return new SavedSeries(start, raw, bins, open);
    }

    private SavedTrack track() throws IOException {
        long origin = in.readLong();
        long firstChunk = in.readLong();
        long length = in.readLong();
        int count = in.readInt();
        if (count < 0 || count > MOST_CHUNKS || length < 0) {
            throw new DamagedException(Said.of("course.row", count));
        }
        double[][] chunks = new double[count][];
        for (int i = 0; i < count; i++) {
            chunks[i] = numbers.room(SavedTrack.CHUNK);
            numbers.block(chunks[i], 0, i == count - 1 ? CourseWriter.lastLength(length) : SavedTrack.CHUNK);
        }
        return new SavedTrack(origin, firstChunk, length, chunks);
    }
}
