package io.callscope.transcribe.child;

import com.sun.jna.Pointer;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import java.util.ArrayList;
import java.util.List;

/** A child that does what it is told to: answer, refuse, print, hang, grow, crash. */
public final class OddJobsMain {
    static final RequestKind<Job, Done> KIND = new RequestKind<>("odd-job", Job.class, Done.class);

    record Job(String what, long number) {
        static Job harmless(Job job) {
            return new Job("answer", 0);
        }
    }

    record Done(String text, long pid) {}

    private static final List<byte[]> GROWN = new ArrayList<>();

    private OddJobsMain() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("never-ready")) {
            Thread.sleep(600_000);
        }
        if (args.length > 0 && args[0].equals("dies-at-once")) {
            System.exit(3);
        }
        boolean crashesAlways = args.length > 0 && args[0].equals("crashes-always");
        ChildServer.onPipes()
                .serve(KIND, (job, progress) -> run(crashesAlways ? new Job("exit", 139) : job, progress))
                .run(2);
        Runtime.getRuntime().halt(0);
    }

    private static Done run(Job job, Progress progress) throws InterruptedException {
        switch (job.what()) {
            case "answer" -> progress.reached(1);
            case "print" -> System.out.print("no frame at all".repeat((int) job.number()));
            case "exit" -> Runtime.getRuntime().halt((int) job.number());
            case "read-null" -> new Pointer(0).getByte(0);
            case "hang" -> new Hung().forEver();
            case "wait-and-die" -> {
                progress.waiting();
                Thread.sleep(200);
                Runtime.getRuntime().halt(1);
            }
            case "take" -> {
                long end = System.nanoTime() + job.number() * 1_000_000;
                while (System.nanoTime() < end) {
                    progress.reached(1);
                    Thread.sleep(20);
                }
            }
            case "grow" -> {
                for (long i = 0; i < job.number(); i++) {
                    byte[] mebibyte = new byte[1 << 20];
                    java.util.Arrays.fill(mebibyte, (byte) 1);
                    GROWN.add(mebibyte);
                }
            }
            case "reject" -> throw new RejectedCallException(RejectReason.AUDIO_TRUNCATED, "4 s of 9 s");
            case "retry" -> throw new RetryableException("the disk is full", null);
            case "fail" -> throw new IllegalArgumentException("my number is +7 916 123 45 67");
            default -> throw new IllegalStateException(job.what());
        }
        return new Done(job.what() + job.number(), ProcessHandle.current().pid());
    }

    /** Hears no interrupt, as native code does not. */
    private static final class Hung {
        void forEver() {
            while (true) {
                try {
                    Thread.sleep(1_000);
                } catch (InterruptedException e) {
                    // as native code
                    continue;
                }
            }
        }
    }
}
