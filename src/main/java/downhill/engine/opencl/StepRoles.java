package downhill.engine.opencl;

import java.util.List;

/**
 * What the memory of a training step is there for; each holds what one run has.
 *
 * @param kept      θ [P], then the rule's states: from one step to the next
 * @param given     numbers that each run has its own of, for all its steps
 * @param batch     rows of a batch; 0 where nothing is learned from
 * @param inputs    of the batch: x [B, ..], y [B, ..], weights [B, 1] where rows have some
 * @param still     whether all steps see the same rows
 * @param masks     drawn anew at each step
 * @param noise     [P], drawn anew at each step; null where there is none
 * @param slots     numbers that the host computes for each step
 * @param gradients [P]
 * @param loss      of the batch
 */
public record StepRoles(List<NamedMemory> kept, List<NamedMemory> given, int batch, List<NamedMemory> inputs, boolean still,
                        List<NamedMemory> masks, NamedMemory noise, NamedMemory slots, NamedMemory gradients, NamedMemory loss) {
    /** Numbers of all masks of a step. */
    int maskNumbers() {
        return masks.stream().mapToInt(NamedMemory::length).sum();
    }

    /** Numbers of a run that are kept between launches. */
    int keptNumbers() {
        return kept.stream().mapToInt(NamedMemory::length).sum();
    }

    /** Numbers of a run that are given. */
    int givenNumbers() {
        return given.stream().mapToInt(NamedMemory::length).sum();
    }
}
