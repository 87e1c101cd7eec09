package downhill.study.sample;

import downhill.study.space.Choices;
import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * All combinations, each once, in an order shuffled by the seed so that a grid that is not finished is not one side of it. Ranges without a
 * step, and those of many whole numbers, are taken at {@value #POINTS} places.
 */
public final class GridSampler implements Sampler {
    /** Places of a range of numbers without a step. */
    public static final int POINTS = 5;

    private static final int TOGETHER = 16;
    private static final int MOST = 100_000;
    private final long seed;
    private SearchSpace known;
    private List<Map<String, Object>> all = List.of();

    /** @param seed of the order */
    public GridSampler(long seed) {
        this.seed = seed;
    }

    /** Places at which a knob is tried. */
    public static List<Object> places(Knob knob) {
        int count = knob.extent().count().orElse(Integer.MAX_VALUE);
        boolean choices = knob.extent() instanceof Choices;
        boolean stepped = knob.extent() instanceof NumberRange range && !range.log() && count <= MOST
                && (!range.whole() || range.step() > 1 || count <= 2 * POINTS);
        int places = choices || stepped || count <= POINTS ? count : POINTS;
        return IntStream.range(0, places).mapToObj(i -> knob.extent().at(places == count ? (i + 0.5) / places : ends(i, places)))
                .distinct().toList();
    }

    private static double ends(int i, int places) {
        return (double) i / (places - 1);
    }

    @Override
    public void check(SearchSpace space) {
        grid(space);
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public int together(SearchSpace space) {
        return TOGETHER;
    }

    @Override
    public OptionalInt most(SearchSpace space) {
        return OptionalInt.of(grid(space).size());
    }

    @Override
    public Map<String, Object> next(SearchSpace space, List<Trial> before, int number) {
        return grid(space).get(number);
    }

    private List<Map<String, Object>> grid(SearchSpace space) {
        if (!space.equals(known)) {
            all = shuffled(space);
            known = space;
        }
        return all;
    }

    private List<Map<String, Object>> shuffled(SearchSpace space) {
        Set<Map<String, Object>> points = new LinkedHashSet<>();
        points.add(Map.of());
        for (Knob knob : space.knobs()) {
            Set<Map<String, Object>> more = new LinkedHashSet<>();
            for (Map<String, Object> point : points) {
                more.addAll(grown(point, knob));
                requireFew(more.size());
            }
            points = more;
        }
        List<Map<String, Object>> order = new ArrayList<>(points);
        Collections.shuffle(order, new Random(seed));
        return List.copyOf(order);
    }

    /** Asked while they grow: a grid that is far too large would fill the memory first. */
    private static void requireFew(int points) {
        if (points > MOST) {
            throw new RefusedException(Said.of("study.grid", MOST));
        }
    }

    /** Where the knob does not matter there is nothing to combine. */
    private static List<Map<String, Object>> grown(Map<String, Object> point, Knob knob) {
        if (!knob.matters(point)) {
            return List.of(point);
        }
        List<Map<String, Object>> grown = new ArrayList<>();
        for (Object value : places(knob)) {
            Map<String, Object> one = new LinkedHashMap<>(point);
            one.put(knob.name(), value);
            grown.add(one);
        }
        return grown;
    }
}
