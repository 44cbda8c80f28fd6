package dev.shisa.store;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a folder can be trusted with a store, as far as that can be recognised. On a network file system a lock may hold for one machine
 * only, and a flush may end in another machine's memory. A synchronised folder is written by a second program, which brings back old
 * files, keeps two versions of one, and carries everything to a service.
 */
final class FolderCheck {
    /** Kinds of file systems that another machine serves, as Linux and macOS name them, without {@code fuse.} before them. */
    private static final Set<String> NETWORK = Set.of("9p", "acfs", "afpfs", "afs", "beegfs", "ceph", "ceph-fuse",
            "cifs",
            "coda", "curlftpfs", "davfs", "davfs2", "drvfs", "ftp", "ftpfs", "fhgfs", "gcsfuse", "glusterfs", "goofys",
            "gpfs", "gvfsd-fuse", "juicefs", "kafs", "lustre", "mfs", "moosefs", "ncp", "ncpfs", "orangefs", "panfs",
            "pvfs2", "rclone", "s3fs", "seaweedfs", "smbnetfs", "sshfs", "vboxsf", "vmhgfs", "vmhgfs-fuse", "webdav");
    private static final List<String> NETWORK_BEGINNINGS = List.of("nfs", "smb");

    private static final Set<String> SYNCHRONISED = Set.of("OneDrive", "OneDrive for Business", "Dropbox",
            "Google Drive", "GoogleDrive", "Google ドライブ", "My Drive", "マイドライブ", "Box", "Box Sync", "iCloud Drive",
            "iCloudDrive", "Nextcloud", "ownCloud", "Syncthing", "pCloudDrive", "pCloud Drive", "MEGA", "MEGAsync",
            "Proton Drive", "SynologyDrive", "Seafile", "Creative Cloud Files");
    private static final List<String> SYNCHRONISED_BEGINNINGS = List.of("OneDrive - ", "Dropbox (");
    /** Below a person's {@code Library} macOS keeps what it and others synchronise. */
    private static final Set<String> OF_LIBRARY = Set.of("Mobile Documents", "CloudStorage");

    /** Entries by which a program knows the folders that it synchronises; a file, a folder or either. */
    private static final Set<String> MARKERS = Set.of(".stfolder", ".dropbox.cache", ".nextcloudsync.log",
            ".owncloudsync.log", ".sync_folder", ".tmp.driveupload", ".tmp.drivedownload", ".SynologyWorkingDirectory",
            ".849C9593-D756-4E56-8D6E-42412F2A707B");
    /** A folder of this name holds the program's settings and lies in everybody's home. */
    private static final String DROPBOX_FILE = ".dropbox";

    private final Path folder;
    private final Disk disk;

    FolderCheck(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** Refuses a place that cannot be trusted; the folder need not be there yet. */
    void requirePlace() throws IOException {
        Path there = folder;
        while (!disk.isFolder(there)) {
            Path parent = there.getParent();
            if (parent == null) {
                throw new UnsafeFolderException(folder + " lies nowhere");
            }
            there = parent;
        }
        Path base = disk.resolved(there);
        requireOwnMachine(base);
        for (Path named : List.of(folder, base.resolve(there.relativize(folder)))) {
            requireOneWriter(named);
        }
    }

    private void requireOwnMachine(Path base) throws UnsafeFolderException {
        Optional<String> type = disk.type(base).filter(FolderCheck::isNetwork);
        if (type.isPresent() || base.toString().startsWith("\\\\")) {
            throw new UnsafeFolderException(folder + " lies on a network file system (" + type.orElse(base.toString())
                    + "), where nobody can say what is on disk and who else writes; name a folder on a disk of this machine");
        }
    }

    private static boolean isNetwork(String named) {
        String type = named.toLowerCase(Locale.ROOT).replaceFirst("^(mac|osx)?fuse(blk)?[._]", "");
        return NETWORK.contains(type) || NETWORK_BEGINNINGS.stream().anyMatch(type::startsWith);
    }

    private void requireOneWriter(Path path) throws UnsafeFolderException {
        for (Path above = path; above != null && above.getFileName() != null; above = above.getParent()) {
            if (isSynchronised(above)) {
                throw synchronised(above.toString());
            }
            for (String marker : MARKERS) {
                Path entry = above.resolve(marker);
                if (disk.isFile(entry) || disk.isFolder(entry)) {
                    throw synchronised(entry.toString());
                }
            }
            if (disk.isFile(above.resolve(DROPBOX_FILE))) {
                throw synchronised(above.resolve(DROPBOX_FILE).toString());
            }
        }
    }

    private static boolean isSynchronised(Path path) {
        String name = String.valueOf(path.getFileName());
        Path parent = path.getParent();
        boolean ofLibrary = OF_LIBRARY.contains(name) && parent != null && parent.endsWith("Library");
        return ofLibrary || SYNCHRONISED.contains(name)
                || SYNCHRONISED_BEGINNINGS.stream().anyMatch(name::startsWith);
    }

    private UnsafeFolderException synchronised(String found) {
        return new UnsafeFolderException(folder + " is synchronised with a service, as " + found
                + " tells: another program would change it, and what it tells of people would leave this machine;"
                + " name a folder that is not synchronised");
    }

    /**
     * Refuses a folder that others may write, and shuts one to others that they may read.
     *
     * @return what was done, in a sentence
     */
    Optional<String> requirePrivate() throws IOException {
        Set<PosixFilePermission> found = ofOthers();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String modes = PosixFilePermissions.toString(disk.permissions(folder).orElseThrow());
        if (found.contains(PosixFilePermission.GROUP_WRITE) || found.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new UnsafeFolderException(folder + " may be written by others than its owner (" + modes
                    + "), so nobody can say who wrote what lies there; if that is yours and right, run: chmod 700 "
                    + folder);
        }
        disk.makePrivate(folder);
        if (!ofOthers().isEmpty()) {
            throw new UnsafeFolderException(folder + " may be read by others than its owner (" + modes
                    + "), and its file system does not let that be changed");
        }
        return Optional.of("The folder " + folder + " was open to others (" + modes
                + "); it now is open to its owner only.");
    }

    private Set<PosixFilePermission> ofOthers() throws IOException {
        Set<PosixFilePermission> found = EnumSet.noneOf(PosixFilePermission.class);
        disk.permissions(folder).ifPresent(found::addAll);
        found.removeAll(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.OWNER_EXECUTE));
        return found;
    }
}
