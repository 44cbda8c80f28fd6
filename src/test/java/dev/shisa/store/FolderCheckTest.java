package dev.shisa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.store.FaultyDisk.Fault;
import dev.shisa.store.FaultyDisk.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store is opened only where what is written stays as it was written, and with its owner. */
class FolderCheckTest {
    @TempDir
    private Path folder = Path.of("");

    private String refused(Path store) {
        return refused(store, Disk.real());
    }

    private String refused(Path store, Disk disk) {
        boolean there = Files.exists(store);
        String told = String.valueOf(
                assertThrows(UnsafeFolderException.class, () -> Store.open(store, disk)).getMessage());
        assertEquals(there, Files.exists(store), "a refusal makes nothing");
        return told;
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afpfs", "webdav", "fuse.sshfs", "9p",
            "ceph",
            "fuse.ceph-fuse", "glusterfs", "fuse.glusterfs", "lustre", "afs", "NFS", "davfs", "fuse.rclone",
            "fuse.s3fs",
            "macfuse_sshfs", "vboxsf"})
    void aNetworkFileSystemIsRefused(String type) {
        Path store = folder.resolve("a/b");
        assertEquals(
                store + " lies on a network file system (" + type + "), where nobody can say what is on disk and who"
                        + " else writes; name a folder on a disk of this machine",
                refused(store, FaultyDisk.on(Disk.real()).claiming(type)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "apfs", "hfs", "NTFS", "fuseblk", "fuse",
            "f2fs", "bcachefs", "ext3"})
    void aDiskOfThisMachineIsTaken(String type) throws IOException {
        assertEquals(Optional.empty(),
                Store.open(folder.resolve("s"), FaultyDisk.on(Disk.real()).claiming(type)).remark());
    }

    @ParameterizedTest
    @ValueSource(strings = {"OneDrive/x", "OneDrive - Contoso Ltd/shisa", "Dropbox", "Dropbox (Contoso)/a/b",
            "Google Drive/x", "My Drive/x", "Library/Mobile Documents/com~apple~CloudDocs/x",
            "Library/CloudStorage/Box-Box/x", "Box/x", "Nextcloud/x", "iCloudDrive/x"})
    void aFolderNamedAsSynchronisedIsRefused(String below) {
        Path store = folder.resolve(below);
        assertTrue(refused(store).startsWith(store + " is synchronised with a service, as " + folder + "/"),
                "the sentence names both");
    }

    @ParameterizedTest
    @ValueSource(strings = {".stfolder", ".dropbox", ".dropbox.cache", ".849C9593-D756-4E56-8D6E-42412F2A707B"})
    void aFolderMarkedAsSynchronisedIsRefused(String marker) throws IOException {
        Path above = Files.createDirectories(folder.resolve("sync/deep")).getParent();
        Path mark = Files.writeString(folder.resolve("sync").resolve(marker), "");
        String told = refused(folder.resolve("sync/deep/store"));
        assertTrue(told.contains(" as " + mark + " tells: "), told + above);
    }

    @Test
    void aLinkIntoASynchronisedFolderIsSeenThrough() throws IOException {
        Path target = Files.createDirectories(folder.resolve("OneDrive - Contoso/work"));
        Path link = Files.createSymbolicLink(folder.resolve("plain"), target);
        assertTrue(refused(link.resolve("store")).contains("OneDrive - Contoso"));
        assertTrue(refused(link).contains("OneDrive - Contoso"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OneDriveless/x", "Boxes/x", "CloudStorage/x", "Mobile Documents/x", "my box/x", "Sync/x"})
    void aFolderOfASimilarNameIsTaken(String below) throws IOException {
        Store.open(folder.resolve(below));
    }

    /** In a home folder it holds the settings of a program that synchronises another folder. */
    @Test
    void aFolderWithSettingsOfASynchronisingProgramIsTaken() throws IOException {
        Files.createDirectories(folder.resolve(".dropbox"));
        Store.open(folder.resolve("store"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwx-wx---", "rwxr-xrwx", "rwxrwxrwx", "rwx----w-"})
    void aFolderThatOthersMayWriteIsRefused(String modes) throws IOException {
        Path store = withModes(modes);
        assertEquals(store + " may be written by others than its owner (" + modes
                + "), so nobody can say who wrote what lies there; if that is yours and right, run: chmod 700 " + store,
                refused(store));
        assertEquals(modes, PosixFilePermissions.toString(Files.getPosixFilePermissions(store)),
                "it is left as it was");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwxr-x---", "rwx--x--x", "rwx---r--"})
    void aFolderThatOthersMayReadIsShutAndThatIsSaid(String modes) throws IOException {
        Path store = withModes(modes);
        assertEquals(Optional.of("The folder " + store + " was open to others (" + modes
                + "); it now is open to its owner only."), Store.open(store).remark());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(store)));
        assertEquals(Optional.empty(), Store.open(store).remark(), "it is said once");
    }

    private Path withModes(String modes) throws IOException {
        Path store = Files.createDirectory(folder.resolve("store"));
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString(modes));
        return store;
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        Path store = Files.createDirectory(folder.resolve("store"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        String told = refused(store, FaultyDisk.on(Disk.real()).failing(Step.CREATE, 1, Fault.READ_ONLY, true));
        assertTrue(told.startsWith("nothing can be written in " + store + " ("), told);
        assertTrue(told.endsWith("Read-only file system); name a folder that this user may write"), told);
    }

    @Test
    void aFullDiskDoesNotKeepAStoreFromBeingRead() throws IOException {
        Path file = Store.open(folder.resolve("store")).folder("runs").resolve("x");
        Files.writeString(file, "x");
        FaultyDisk full = FaultyDisk.on(Disk.real()).failing(Step.WRITE, 1, Fault.FULL, true);
        Store store = Store.open(folder.resolve("store"), full);
        assertEquals("x", new String(store.read(file).orElseThrow(), StandardCharsets.UTF_8));
        assertThrows(IOException.class, () -> store.write(file, new byte[1]));
        assertEquals("x", Files.readString(file));
        assertFalse(Files.exists(folder.resolve("store/.probe")));
    }
}
