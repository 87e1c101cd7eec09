package downhill.store;

import downhill.engine.train.RunState;
import downhill.race.BestSoFar;
import downhill.race.KeyFrame;
import downhill.race.SavedCourse;
import downhill.race.history.PathPoint;
import downhill.race.history.SavedHistory;
import downhill.race.history.SavedPoints;
import downhill.race.history.SavedSeries;
import downhill.race.history.SavedTrack;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what one contender has done as big-endian binary; {@link CourseReader} is the other way. */
final class CourseWriter {
    private final DataOutputStream out;
    private final NumberBlocks.Writer numbers;
    /** Many key-frames share what early stopping remembers; each is written once. */
    private final List<BestSoFar> bests = new ArrayList<>();

    CourseWriter(DataOutputStream out) {
        this.out = out;
        this.numbers = new NumberBlocks.Writer(out);
    }

    void write(SavedCourse course) throws IOException {
        out.writeLong(course.ruleStart());
        bests(course);
        frame(course.now());
        out.writeInt(course.frames().size());
        for (KeyFrame frame : course.frames()) {
            frame(frame);
        }
        standing(course.standing());
        history(course.history());
    }

    private void bests(SavedCourse course) throws IOException {
        remember(course.now().best());
        course.frames().forEach(frame -> remember(frame.best()));
        out.writeInt(bests.size());
        for (BestSoFar best : bests) {
            out.writeDouble(best.loss());
            out.writeLong(best.step());
            out.writeInt(best.bad());
            rows(best.parameters());
        }
    }

    private void remember(BestSoFar best) {
        if (place(best) < 0) {
            bests.add(best);
        }
    }

    private int place(BestSoFar best) {
        for (int i = bests.size() - 1; i >= 0; i--) {
            if (bests.get(i) == best) {
                return i;
            }
        }
        return -1;
    }

    private void frame(KeyFrame frame) throws IOException {
        out.writeLong(frame.step());
        out.writeInt(place(frame.best()));
        out.writeInt(frame.runs() == null ? -1 : frame.runs().length);
        if (frame.runs() != null) {
            for (RunState run : frame.runs()) {
                out.writeLong(run.step());
                numbers.all(run.parameters());
                rows(run.elements());
                numbers.all(run.scalars());
                numbers.all(run.schedule());
            }
        }
    }

    private void rows(double[][] rows) throws IOException {
        out.writeInt(rows == null ? -1 : rows.length);
        if (rows != null) {
            for (double[] row : rows) {
                numbers.all(row);
            }
        }
    }

    private void standing(SavedCourse.Standing standing) throws IOException {
        out.writeLong(standing.stopAt());
        out.writeUTF(WrittenNames.of(standing.outcome()));
        out.writeLong(standing.outcomeStep());
        out.writeDouble(standing.outcomeValue());
        out.writeBoolean(standing.outcomeWhat() != null);
        if (standing.outcomeWhat() != null) {
            out.writeUTF(standing.outcomeWhat().toString());
        }
        out.writeDouble(standing.loss());
        out.writeDouble(standing.rate());
        numbers.all(standing.seedLosses());
        out.writeDouble(standing.score().loss());
        out.writeDouble(standing.score().metric());
        out.writeDouble(standing.score().rmse());
    }

    private void history(SavedHistory history) throws IOException {
        out.writeLong(history.start());
        series(history.loss());
        series(history.rate());
        out.writeBoolean(history.low() != null);
        if (history.low() != null) {
            series(history.low());
            series(history.high());
        }
        points(history.validation());
        points(history.metric());
        out.writeBoolean(history.leasts() != null);
        if (history.leasts() != null) {
            points(history.leasts());
            points(history.mosts());
        }
        out.writeLong(history.trailSpace());
        out.writeInt(history.trail().size());
        for (PathPoint point : history.trail()) {
            out.writeLong(point.step());
            numbers.all(point.parameters());
            boolean elsewhere = point.answer() != point.parameters();
            out.writeBoolean(elsewhere);
            if (elsewhere) {
                numbers.all(point.answer());
            }
        }
        out.writeInt(history.parameters().size());
        for (Map.Entry<Integer, SavedSeries> entry : new TreeMap<>(history.parameters()).entrySet()) {
            out.writeInt(entry.getKey());
            series(entry.getValue());
        }
    }

    private void points(SavedPoints points) throws IOException {
        numbers.all(points.steps());
        numbers.all(points.values());
    }

    private void series(SavedSeries series) throws IOException {
        out.writeLong(series.start());
        track(series.raw());
        for (SavedTrack bins : series.bins()) {
            track(bins);
        }
        for (double[] open : series.open()) {
            numbers.all(open);
        }
    }

    private void track(SavedTrack track) throws IOException {
        out.writeLong(track.origin());
        out.writeLong(track.firstChunk());
        out.writeLong(track.length());
        out.writeInt(track.chunks().length);
        for (int i = 0; i < track.chunks().length; i++) {
            boolean last = i == track.chunks().length - 1;
            numbers.block(track.chunks()[i], 0, last ? lastLength(track.length()) : SavedTrack.CHUNK);
        }
    }

    /** Numbers in the last chunk of a track. */
    static int lastLength(long length) {
        return length == 0 ? 0 : (int) ((length - 1) % SavedTrack.CHUNK) + 1;
    }
}
