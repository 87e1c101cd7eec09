package downhill.ui.session;

import downhill.race.Checkpoint;
import downhill.race.document.Change;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Document;
import downhill.race.document.Revision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * What was done to the document since it was opened, and what of it was undone. A number that is drawn along a slider is one deed. Only the
 * latest races that a deed replaced are kept: an older deed is undone as well, and its race begins from the start. FX thread.
 */
public final class History {
    /** Deeds that can be undone; the oldest are forgotten. */
    static final int MOST = 200;
    /** Races kept for undoing, and as many for doing again. */
    static final int RACES = 2;
    /** Within this time another value of one number is the same deed. */
    static final long ONE_DEED_NANOS = 1_000_000_000L;

    private final LongSupplier clock;
    private final Deque<Deed> done = new ArrayDeque<>();
    private final Deque<Deed> undone = new ArrayDeque<>();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper(this, "version");

    /** {@code clock} in nanoseconds. */
    History(LongSupplier clock) {
        this.clock = clock;
    }

    /** Grows with every change. */
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** What would be undone; null where there is nothing. */
    public Revision toUndo() {
        return done.isEmpty() ? null : done.peek().revision();
    }

    /** What would be done again; null where there is nothing. */
    public Revision toRedo() {
        return undone.isEmpty() ? null : undone.peek().revision();
    }

    /** Whether undoing brings a race back as it stood. */
    public boolean bringsBack() {
        return !done.isEmpty() && done.peek().before() != null;
    }

    /** Whether doing again brings a race back as it stood. */
    public boolean bringsOn() {
        return !undone.isEmpty() && undone.peek().after() != null;
    }

    /** Whether undoing would have brought a race back that was given up for memory. */
    public boolean lacksBefore() {
        return !done.isEmpty() && done.peek().lost();
    }

    /** The same of doing again. */
    public boolean lacksAfter() {
        return !undone.isEmpty() && undone.peek().lost();
    }

    /** All that was done and not undone, in its order. */
    public List<Revision> log() {
        List<Revision> all = new ArrayList<>(done.stream().map(Deed::revision).toList());
        Collections.reverse(all);
        return all;
    }

    /** Takes note of a deed. {@code race} is the race that it replaced, or null. */
    void did(Document.Edit edit, CompletableFuture<Checkpoint> race) {
        undone.clear();
        Revision revision = edit.revision();
        Deed last = done.peek();
        if (last != null && race == null && last.before() == null && goesOn(last, revision)) {
            done.pop();
            revision = Revision.between(last.revision().back().in(edit.was()), edit.now());
        }
        if (!revision.isEmpty()) {
            done.push(new Deed(revision, race, null, race == null && revision.restarts(), clock.getAsLong()));
        }
        trim();
    }

    /** Whether a deed changes the number further that the last one has just changed. */
    private boolean goesOn(Deed last, Revision revision) {
        Set<String> numbers = numbers(revision);
        return numbers.size() == 1 && numbers.equals(numbers(last.revision())) && clock.getAsLong() - last.time() < ONE_DEED_NANOS;
    }

    /** The numbers of contenders that a revision changes, where it changes nothing else; empty else. */
    private static Set<String> numbers(Revision revision) {
        Set<String> numbers = new HashSet<>();
        for (Change change : revision.changes()) {
            if (!(change instanceof Change.Edited edited) || !sameButNumbers(edited.was(), edited.now())) {
                return Set.of();
            }
            Edits.numbersChanged(edited.was(), edited.now()).forEach(key -> numbers.add(edited.now().id() + " " + key));
        }
        return numbers;
    }

    private static boolean sameButNumbers(ContenderSpec was, ContenderSpec now) {
        return was.withHyperparameters(now.hyperparameters()).withChanges(now.changes()).withFork(now.fork()).equals(now);
    }

    /** The latest deed, which is undone by whoever asks; {@code race} is the one that this replaces, or null. */
    Deed undo(CompletableFuture<Checkpoint> race) {
        Deed deed = done.pop();
        undone.push(deed.withAfter(race));
        trim();
        return deed;
    }

    /** The deed undone last, which is done again by whoever asks; {@code race} is the one that this replaces, or null. */
    Deed redo(CompletableFuture<Checkpoint> race) {
        Deed deed = undone.pop();
        done.push(deed.withBefore(race));
        trim();
        return deed;
    }

    void clear() {
        done.clear();
        undone.clear();
        trim();
    }

    private void trim() {
        while (done.size() > MOST) {
            done.removeLast();
        }
        keep(done);
        keep(undone);
        version.set(version.get() + 1);
    }

    private static void keep(Deque<Deed> deeds) {
        List<Deed> all = new ArrayList<>(deeds);
        int kept = 0;
        for (int i = 0; i < all.size(); i++) {
            boolean has = all.get(i).before() != null || all.get(i).after() != null;
            kept += has ? 1 : 0;
            if (has && kept > RACES) {
                all.set(i, all.get(i).lean());
            }
        }
        deeds.clear();
        deeds.addAll(all);
    }
}
