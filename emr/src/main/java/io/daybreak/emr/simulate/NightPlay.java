package io.daybreak.emr.simulate;

import io.daybreak.emr.night.StageClass;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.price.Market;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.simulate.Draws.Purpose;
import io.daybreak.emr.workload.NightDemand;
import io.daybreak.emr.workload.StageDemand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.DoubleFunction;

/** Plays one night, event by event; between events stages of the highest class present share the slots equally. */
final class NightPlay {
    private static final double LAUNCH_AT = -600;
    private static final double TEARDOWN = 120;

    private final ClusterPlan plan;
    private final Environment environment;
    private final WhatIf whatIf;
    private final Draws draws;
    private final int night;
    private final double cutOff;
    private final Cluster cluster;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<StageRun> stages = new ArrayList<>();
    private final Map<String, StageRun> byName = new HashMap<>();
    private final double volume;
    private final double feedsAt;
    private final double plannedUsdPerVolume;
    private double readyAt;
    private int spotNodes;
    private int interruptions;
    private int asked;
    private int order;
    private double regionLostAt = Double.POSITIVE_INFINITY;
    private double slotTime;
    private double extraUsd;

    NightPlay(
            ClusterPlan plan,
            PriceBook prices,
            DoubleFunction<NightDemand> demandAtVolume,
            Environment environment,
            WhatIf whatIf,
            double deadlineSeconds,
            long seed,
            int night) {
        this.plan = plan;
        this.environment = environment;
        this.whatIf = whatIf;
        this.night = night;
        this.draws = new Draws(seed, night);
        this.cluster = new Cluster(plan, prices);
        this.cutOff = deadlineSeconds + plan.timeouts().terminateAfterDeadline() * 60.0;
        boolean busy = draws.happens(environment.busyDayProbability(), Purpose.BUSY_DAY, 0);
        this.volume = whatIf.volumeFactor()
                * draws.logNormal(environment.volumeSigma(), Purpose.VOLUME, 0)
                * (busy ? environment.busyDayFactor() : 1);
        boolean late = draws.happens(environment.feedLateProbability(), Purpose.FEED_IS_LATE, 0);
        this.feedsAt = whatIf.feedDelaySeconds()
                + (late ? draws.exponential(environment.feedLateMeanSeconds(), Purpose.FEED_LATENESS, 0) : 0);
        this.plannedUsdPerVolume = plan.estimate().cost().s3RequestsUsd().doubleValue();
        NightDemand demand = demandAtVolume.apply(volume);
        for (StageDemand stage : demand.stages()) {
            int index = stages.size();
            double work = stage.slotSeconds(plan.estimate().s3BytesPerSlotSecond())
                    * draws.logNormal(environment.stageSpeedSigma(), Purpose.STAGE_SPEED, index);
            StageRun run = new StageRun(stage, index, work);
            stages.add(run);
            byName.put(stage.name(), run);
        }
    }

    NightResult play() {
        startCluster(LAUNCH_AT, 0);
        spotNodes = cluster.spotNodes();
        scheduleRegionLoss();
        double now = Math.max(readyAt, feedsAt);
        while (now < cutOff) {
            handleEventsUntil(now);
            submitReady(now);
            StageClass top = topClass(now);
            int sharing = sharing(now, top);
            double slots = usableSlots(now, top);
            double next = Math.min(cutOff, nextTime(now, top, sharing, slots));
            if (allFinished() || Double.isInfinite(next)) {
                break;
            }
            advance(now, next, top, sharing, slots);
            now = next;
        }
        return result(now);
    }

    private void startCluster(double launchAt, int attempt) {
        double start = draws.triangle(environment.clusterStartSeconds(), Purpose.CLUSTER_START, attempt);
        if (draws.happens(environment.capacityShortageProbability(), Purpose.CAPACITY_SHORTAGE, attempt)) {
            start += environment.clusterStartSeconds().most();
        }
        double ready = launchAt + start;
        boolean shortage =
                plan.usesSpot() && draws.happens(environment.spotShortageProbability(), Purpose.SPOT_SHORTAGE, attempt);
        double spotReady = shortage ? ready + plan.timeouts().spotProvisioning() * 60.0 : ready;
        readyAt = plan.core().spotUnits() > 0 ? spotReady : ready;
        int from = cluster.size();
        cluster.start(launchAt, ready, spotReady, shortage ? Market.ON_DEMAND : Market.SPOT);
        for (int i = from; i < cluster.size(); i++) {
            watch(i);
        }
        for (int pool = 0; pool < cluster.poolCount(); pool++) {
            double perHour =
                    environment.interruptions().perHour(cluster.pool(pool).interruption())
                            * environment.sharedReclaimShare()
                            / Math.max(1e-9, environment.sharedReclaimReach());
            schedulePool(pool, spotReady, perHour, 0);
        }
        schedule(ready, Event.Kind.NODE_READY, 0);
        schedule(spotReady, Event.Kind.NODE_READY, 0);
    }

    /** Schedules what happens to a node on its own. */
    private void watch(int index) {
        Node node = cluster.node(index);
        schedule(node.readyAt(), Event.Kind.NODE_READY, index);
        if (!node.isSpot()) {
            return;
        }
        double perHour = environment.interruptions().perHour(node.type().interruption())
                * (1 - environment.sharedReclaimShare());
        if (perHour > 0) {
            schedule(
                    node.readyAt() + draws.exponential(3600 / perHour, Purpose.OWN_RECLAIM, index),
                    Event.Kind.NOTICE,
                    index);
        }
    }

    private void schedulePool(int pool, double after, double perHour, int count) {
        if (perHour > 0) {
            double at = after + draws.exponential(3600 / perHour, Purpose.POOL_RECLAIM, pool * 1000 + count);
            schedule(at, Event.Kind.POOL_RECLAIM, pool);
            if (at < cutOff && count < 999) {
                schedulePool(pool, at, perHour, count + 1);
            }
        }
    }

    private void scheduleRegionLoss() {
        if (draws.happens(environment.regionLossProbability(), Purpose.REGION_IS_LOST, 0)) {
            schedule(draws.uniform(Purpose.REGION_LOSS_TIME, 0) * 6 * 3600, Event.Kind.REGION_LOST, 0);
        }
    }

    private void schedule(double at, Event.Kind kind, int subject) {
        if (at < cutOff) {
            events.add(new Event(at, order++, kind, subject));
        }
    }

    private void handleEventsUntil(double now) {
        while (!events.isEmpty() && events.peek().at() <= now) {
            Event event = events.remove();
            switch (event.kind()) {
                case NODE_READY -> {}
                case NOTICE -> notice(event.at(), event.subject());
                case NODE_LOST -> lose(event.at(), event.subject());
                case POOL_RECLAIM -> poolReclaim(event);
                case REGION_LOST -> loseRegion(event.at());
            }
        }
    }

    private void notice(double at, int index) {
        Node node = cluster.node(index);
        if (node.isLost()) {
            return;
        }
        double lostAt = at + environment.noticeSeconds();
        node.lose(lostAt);
        schedule(lostAt, Event.Kind.NODE_LOST, index);
        double wait = draws.triangle(environment.scaleUpSeconds(), Purpose.SCALE_UP, asked++);
        double from = whatIf.spotWatcher() ? at : lostAt;
        Market market = whatIf.spotWatcher() ? Market.ON_DEMAND : Market.SPOT;
        watch(cluster.replace(node, market, from, from + wait));
    }

    private void poolReclaim(Event event) {
        int size = cluster.size();
        for (int i = 0; i < size; i++) {
            Node node = cluster.node(i);
            boolean reached =
                    node.isSpot() && node.pool() == event.subject() && !node.isLost() && event.at() >= node.readyAt();
            if (reached
                    && draws.happens(environment.sharedReclaimReach(), Purpose.POOL_REACH, event.order() * 4096 + i)) {
                notice(event.at(), i);
            }
        }
    }

    private void lose(double at, int index) {
        interruptions++;
        Node node = cluster.node(index);
        double share = (double) node.slots() / Math.max(node.slots(), cluster.slots(at) + node.slots());
        for (StageRun stage : stages) {
            if (!stage.works(at)) {
                continue;
            }
            if (!whatIf.restartStrategy()) {
                stage.restart(at);
            } else {
                stage.lose(share);
            }
            boolean holdsJobManager = !whatIf.jobManagersOnDemand()
                    && draws.happens(share, Purpose.JOB_MANAGER_ON_SPOT, index * 64 + stage.index());
            if (holdsJobManager) {
                jobManagerLost(stage, at);
            }
        }
    }

    private void jobManagerLost(StageRun stage, double at) {
        if (whatIf.jobRecovery()) {
            stage.pauseUntil(at + environment.jobManagerRecoverySeconds());
        } else {
            stage.restart(at);
        }
    }

    /** Everything running stops; what was published long enough ago is in the second region, the rest is done again. */
    private void loseRegion(double at) {
        regionLostAt = at;
        cluster.loseAll(at);
        events.clear();
        extraUsd += plan.estimate().cost().primaryUsd().doubleValue();
        for (StageRun stage : stages) {
            boolean replicated = stage.isFinished() && stage.finishedAt() <= at - environment.replicationLagSeconds();
            if (!replicated) {
                stage.forget();
            }
        }
        startCluster(at + environment.failoverDecisionSeconds(), 1);
    }

    private void submitReady(double now) {
        for (StageRun stage : stages) {
            if (stage.isSubmitted() || now < opensAt(stage) || now < readyAt) {
                continue;
            }
            boolean ready = true;
            for (String name : stage.demand().after()) {
                StageRun before = byName.get(name);
                ready &= before != null && before.isFinished();
            }
            if (ready) {
                stage.submit(now);
            }
        }
    }

    private double opensAt(StageRun stage) {
        return plan.strictWindows() ? stage.demand().stageClass().windowStartHour() * 3600.0 : Double.NEGATIVE_INFINITY;
    }

    private StageClass topClass(double now) {
        StageClass top = StageClass.LOW;
        for (StageRun stage : stages) {
            if (stage.works(now) && stage.demand().stageClass().compareTo(top) < 0) {
                top = stage.demand().stageClass();
            }
        }
        return top;
    }

    private int sharing(double now, StageClass top) {
        int count = 0;
        for (StageRun stage : stages) {
            count += stage.works(now) && stage.demand().stageClass() == top ? 1 : 0;
        }
        return count;
    }

    private double usableSlots(double now, StageClass top) {
        int all = cluster.slots(now);
        if (!plan.strictWindows() || !plan.usesSpot()) {
            return all;
        }
        return switch (top) {
            case CRITICAL -> cluster.slots(now, true, false);
            case REGULAR -> all;
            case LOW -> Math.max(cluster.slots(now, false, true), all / 10);
        };
    }

    private double nextTime(double now, StageClass top, int sharing, double slots) {
        double next =
                events.isEmpty() ? Double.POSITIVE_INFINITY : events.peek().at();
        for (StageRun stage : stages) {
            if (stage.isFinished()) {
                continue;
            }
            if (stage.works(now)) {
                if (stage.demand().stageClass() == top && slots > 0) {
                    next = Math.min(next, now + stage.left() * sharing / slots);
                }
            } else if (stage.isSubmitted()) {
                next = Math.min(next, stage.notBefore());
            } else if (opensAt(stage) > now) {
                next = Math.min(next, opensAt(stage));
            } else if (readyAt > now) {
                next = Math.min(next, readyAt);
            }
        }
        return next;
    }

    private void advance(double now, double next, StageClass top, int sharing, double slots) {
        slotTime += cluster.slots(now) * (next - now);
        for (StageRun stage : stages) {
            if (!stage.works(now) || stage.demand().stageClass() != top || sharing == 0) {
                continue;
            }
            boolean done = stage.work(slots / sharing, next - now);
            if (done) {
                finish(stage, next);
            } else {
                maybeLoseJobManager(stage, next, next - now);
            }
        }
    }

    private void finish(StageRun stage, double now) {
        int attempt = stage.restarts();
        boolean fails = attempt < 3
                && draws.happens(
                        environment.stageFailureProbability(), Purpose.STAGE_FAILS, stage.index() * 8 + attempt);
        if (fails) {
            stage.restart(now);
        } else {
            stage.finish(now);
        }
    }

    private void maybeLoseJobManager(StageRun stage, double now, double seconds) {
        double probability = environment.jobManagerLossPerHourOnDemand() * seconds / 3600;
        if (probability > 0 && draws.happens(probability, Purpose.JOB_MANAGER, (int) now * 64 + stage.index())) {
            jobManagerLost(stage, now);
        }
    }

    private boolean allFinished() {
        for (StageRun stage : stages) {
            if (!stage.isFinished()) {
                return false;
            }
        }
        return true;
    }

    private NightResult result(double end) {
        boolean done = allFinished();
        double finish = done ? end : Double.POSITIVE_INFINITY;
        double endOfNight = (done ? end : cutOff) + TEARDOWN;
        double planned = plan.estimate().heldSeconds();
        double primaryPerSecond = plan.estimate().cost().primaryUsd().doubleValue() / planned;
        double ebsPerSecond = plan.estimate().cost().ebsUsd().doubleValue() / planned / plan.nodes();
        double usd = cluster.usd(endOfNight, ebsPerSecond)
                + primaryPerSecond * (endOfNight - LAUNCH_AT)
                + plannedUsdPerVolume * volume
                + extraUsd;
        double held = 0;
        double recomputed = 0;
        int restarts = 0;
        for (StageRun stage : stages) {
            held += stage.held();
            recomputed += stage.recomputed();
            restarts += stage.restarts();
        }
        double filed = finish + draws.triangle(environment.filingSeconds(), Purpose.FILING, 0);
        return new NightResult(
                night,
                finish,
                filed,
                usd,
                volume,
                feedsAt,
                readyAt,
                interruptions,
                spotNodes,
                recomputed,
                restarts,
                stages.size(),
                regionLostAt,
                slotTime == 0 ? 0 : Math.min(1, held / Math.max(slotTime, 1e-9)));
    }
}
