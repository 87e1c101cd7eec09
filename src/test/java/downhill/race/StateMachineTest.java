package downhill.race;

import static downhill.race.RaceState.CLOSED;
import static downhill.race.RaceState.ENDED;
import static downhill.race.RaceState.FAILED;
import static downhill.race.RaceState.PAUSED;
import static downhill.race.RaceState.PREPARING;
import static downhill.race.RaceState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every change from every state, against the table. */
class StateMachineTest {
    private static final Map<RaceState, Set<RaceState>> ALLOWED = Map.of(
            PREPARING, Set.of(PAUSED, FAILED, CLOSED),
            PAUSED, Set.of(RUNNING, ENDED, FAILED, CLOSED),
            RUNNING, Set.of(PAUSED, ENDED, FAILED, CLOSED),
            ENDED, Set.of(PAUSED, RUNNING, FAILED, CLOSED),
            FAILED, Set.of(CLOSED),
            CLOSED, Set.of());
    private static final Map<RaceState, List<RaceState>> WAYS = ways();

    /** The shortest way to each state from the first one. */
    private static Map<RaceState, List<RaceState>> ways() {
        Map<RaceState, List<RaceState>> ways = new EnumMap<>(RaceState.class);
        ways.put(PREPARING, List.of());
        Deque<RaceState> open = new ArrayDeque<>(List.of(PREPARING));
        while (!open.isEmpty()) {
            RaceState from = open.poll();
            ALLOWED.get(from).stream().filter(to -> !ways.containsKey(to)).forEach(to -> {
                ways.put(to, Stream.concat(ways.get(from).stream(), Stream.of(to)).toList());
                open.add(to);
            });
        }
        return ways;
    }

    private static StateMachine at(RaceState state) {
        StateMachine machine = new StateMachine();
        WAYS.get(state).forEach(next -> assertThat(machine.go(next)).as("on the way to %s", state).isTrue());
        assertThat(machine.get()).isEqualTo(state);
        return machine;
    }

    @ParameterizedTest
    @EnumSource(RaceState.class)
    void onlyWhatTheTableAllowsHappens(RaceState from) {
        for (RaceState to : RaceState.values()) {
            StateMachine machine = at(from);
            boolean may = to == from || ALLOWED.get(from).contains(to);
            assertThat(machine.go(to)).as("%s to %s", from, to).isEqualTo(may);
            assertThat(machine.get()).isEqualTo(may ? to : from);
            assertThat(machine.is(to)).isEqualTo(may);
        }
    }

    @Test
    void noWayLeadsBackFromTheEndOrIntoPreparing() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            StateMachine machine = new StateMachine();
            boolean failed = false;
            boolean closed = false;
            boolean left = false;
            for (int i = 0; i < 60; i++) {
                RaceState next = RaceState.values()[random.nextInt(RaceState.values().length)];
                boolean went = machine.go(next);
                assertThat(closed && went && next != CLOSED).as("seed %d: out of CLOSED into %s", seed, next).isFalse();
                assertThat(failed && went && next != CLOSED && next != FAILED).as("seed %d: out of FAILED into %s", seed, next).isFalse();
                assertThat(left && went && next == PREPARING).as("seed %d: prepared twice", seed).isFalse();
                failed |= machine.is(FAILED);
                closed |= machine.is(CLOSED);
                left |= !machine.is(PREPARING);
            }
        }
    }
}
