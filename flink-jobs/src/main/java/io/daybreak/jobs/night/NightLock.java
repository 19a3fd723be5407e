package io.daybreak.jobs.night;

import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One night, or one landing, at a time works on a lake. The operating system frees the lock of a process that dies. */
public final class NightLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private NightLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lake's lock.
     *
     * @throws NightFailure {@link ExitCode#INFRASTRUCTURE} if the lake cannot be written, or another process holds it
     */
    public static NightLock acquire(Lake lake) throws IOException {
        Path lockFile = lake.runs().resolve(".lock");
        FileChannel channel = open(lockFile);
        try {
            return new NightLock(channel, lock(channel, lockFile));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
        channel.close();
    }

    private static FileChannel open(Path lockFile) {
        try {
            Files.createDirectories(lockFile.getParent());
            return FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new NightFailure(
                    ExitCode.INFRASTRUCTURE,
                    "cannot write to the lake: " + e,
                    lockFile.toString(),
                    0,
                    "check the folder's owner, rights and free space, then run again",
                    e);
        }
    }

    private static FileLock lock(FileChannel channel, Path lockFile) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new NightFailure(
                    ExitCode.INFRASTRUCTURE,
                    "another night is running on this lake",
                    lockFile.toString(),
                    0,
                    "wait for it, or end it, then run with --resume");
        }
        return lock;
    }
}
