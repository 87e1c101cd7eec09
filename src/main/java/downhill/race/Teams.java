package downhill.race;

import downhill.engine.Precision;
import downhill.race.document.TrainingSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The teams that train lanes: each is made when its lanes are to be trained together, and closed when one of them goes elsewhere. */
final class Teams implements AutoCloseable {
    private final Task task;
    private final TrainingSpec training;
    private final Precision precision;
    private final int threads;
    private final List<Team> teams = new ArrayList<>();
    private int[] watched = {};

    Teams(Task task, TrainingSpec training, Precision precision, int threads) {
        this.task = task;
        this.training = training;
        this.precision = precision;
        this.threads = threads;
    }

    /** These parameters are traced from now on. */
    void watch(int[] parameters) {
        watched = parameters;
        teams.forEach(team -> team.watch(parameters));
    }

    /** The team that trains a lane now, made if there is none. */
    Team of(Lane lane) {
        for (Team team : teams) {
            if (team.lanes().contains(lane)) {
                return team;
            }
        }
        return create(List.of(lane));
    }

    private Team create(List<Lane> members) {
        Team team = new Team(task, training, precision, threads, members, watched);
        teams.add(team);
        return team;
    }

    /** Teams of exactly these lanes, one for each batch size; teams that are already right are kept. */
    List<Team> assemble(List<Lane> group) {
        Map<Integer, Set<Lane>> byBatch = new LinkedHashMap<>();
        group.forEach(lane -> byBatch.computeIfAbsent(lane.batch, unused -> new LinkedHashSet<>()).add(lane));
        return byBatch.values().stream().map(this::exactly).toList();
    }

    private Team exactly(Set<Lane> members) {
        return teams.stream().filter(team -> Set.copyOf(team.lanes()).equals(members)).findFirst().orElseGet(() -> {
            dissolve(members);
            return create(List.copyOf(members));
        });
    }

    /** Ends the teams that any of these lanes is in; lanes that still run keep their states. */
    void dissolve(Set<Lane> members) {
        List<Team> concerned = teams.stream().filter(team -> team.lanes().stream().anyMatch(members::contains)).toList();
        teams.removeAll(concerned);
        concerned.forEach(Team::close);
    }

    /** Teams with a lane that was put elsewhere go on from there where they can; the others end. */
    void restore() {
        List<Team> stale = teams.stream().filter(team -> team.lanes().stream().anyMatch(lane -> lane.states != null)).toList();
        for (Team team : stale) {
            if (!team.restore()) {
                teams.remove(team);
                team.close();
            }
        }
    }

    @Override
    public void close() {
        teams.forEach(Team::close);
        teams.clear();
    }
}
