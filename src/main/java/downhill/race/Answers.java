package downhill.race;

import downhill.engine.train.RunState;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be asked about the contenders of a race, on its thread. Nothing is trained on for it; what is past is repeated aside. */
final class Answers {
    private final Field field;
    private final Replay replay;
    private final Judge judge;

    Answers(Field field, Replay replay, Judge judge) {
        this.field = field;
        this.replay = replay;
        this.judge = judge;
    }

    /** Everything about each seed of a contender where it stands. */
    RunState[] statesNow(String id) {
        return statesAt(id, require(id).step);
    }

    /** Everything about each seed of a contender at a step. */
    RunState[] statesAt(String id, long step) {
        Lane lane = require(id);
        RunState[] runs = lane.running() && lane.step == step && lane.states == null ? field.teamOf(lane).save(lane)
                : replay.at(lane, step).runs();
        if (runs == null) {
            throw new RefusedException(Said.of("race.finite", lane.spec.name(), step));
        }
        return lane.answering(runs, step);
    }

    private Lane require(String id) {
        Lane lane = field.lane(id);
        if (lane == null) {
            throw new RefusedException(Said.of("race.contender.none", id));
        }
        return lane;
    }

    /** Everything about every contender's first seed where it stands; those that diverged, failed or are not born yet have no state. */
    Map<String, RunState> states() {
        Map<String, RunState> first = new LinkedHashMap<>();
        everySeed().forEach((id, each) -> first.put(id, each.get(0)));
        return first;
    }

    /** The same of all seeds. */
    Map<String, List<RunState>> everySeed() {
        Map<String, List<RunState>> states = new LinkedHashMap<>();
        for (Lane lane : field.lanes()) {
            if (field.isUnborn(lane)) {
                continue;
            }
            if (lane.states != null) {
                states.put(lane.id, List.of(lane.answering(lane.states, lane.step)));
            } else if (lane.running()) {
                states.put(lane.id, List.of(field.teamOf(lane).save(lane)));
            }
        }
        return states;
    }

    /** Each seed of each contender where it stands; by id. */
    Map<String, List<RaceResult.SeedFinish>> seeds() {
        Map<String, List<RaceResult.SeedFinish>> seeds = new LinkedHashMap<>();
        for (Lane lane : field.lanes()) {
            RunState[] states = lane.answering(lane.states != null ? lane.states : replay.at(lane, lane.step).runs(), lane.step);
            List<RaceResult.SeedFinish> each = new ArrayList<>();
            for (int i = 0; i < states.length; i++) {
                double[] answer = states[i].answer();
                Score score = judge.validate(answer);
                each.add(new RaceResult.SeedFinish(lane.seeds[i], lane.seedLosses[i], lane.recent().told(i, lane.step),
                        judge.trainingLoss(answer), score.loss(), score.metric()));
            }
            seeds.put(lane.id, each);
        }
        return seeds;
    }

    /** The latest validation of each contender; by id. */
    Map<String, Score> scores() {
        Map<String, Score> scores = new LinkedHashMap<>();
        field.lanes().forEach(lane -> scores.put(lane.id, lane.score));
        return scores;
    }
}
