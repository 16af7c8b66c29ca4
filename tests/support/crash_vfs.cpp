#include "tests/support/crash_vfs.hpp"

#include "tests/support/crash_vfs_disk.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace guitai::tests {
namespace {

using Disk = CrashDisk::Disk;

struct Handle {
    Disk& disk;
    std::string path;
    std::shared_ptr<File> file;
    std::shared_ptr<SharedIndex> index;
    std::int64_t life{0};
    int level{SQLITE_LOCK_NONE};
    bool gone_with_close{false};
    unsigned shm_shared{0};
    unsigned shm_exclusive{0};

    [[nodiscard]] bool dead() const { return life != disk.life || disk.off; }
};

// What SQLite allocates for us.
struct Slot {
    sqlite3_file base;
    Handle* handle;
};

Handle& handle_of(sqlite3_file* file)
{
    return *reinterpret_cast<Slot*>(file)->handle;
}
Disk& disk_of(sqlite3_vfs* vfs)
{
    return *static_cast<Disk*>(vfs->pAppData);
}

void unlock_to(Handle& handle, int level)
{
    File& file{*handle.file};
    if (level < SQLITE_LOCK_PENDING && file.exclusive == &handle) file.exclusive = nullptr;
    if (level < SQLITE_LOCK_RESERVED && file.reserved == &handle) file.reserved = nullptr;
    if (level == SQLITE_LOCK_NONE && handle.level >= SQLITE_LOCK_SHARED) --file.shared;
    handle.level = std::min(handle.level, level);
}

void leave_index(Handle& handle)
{
    if (handle.index == nullptr) return;
    for (int slot{0}; slot < shm_slots; ++slot) {
        const unsigned bit{1U << static_cast<unsigned>(slot)};
        if ((handle.shm_shared & bit) != 0) --handle.index->shared[static_cast<std::size_t>(slot)];
        if ((handle.shm_exclusive & bit) != 0) handle.index->exclusive[static_cast<std::size_t>(slot)] = false;
    }
    handle.shm_shared = handle.shm_exclusive = 0;
    // Without users the index is thrown away and worked out again from the log.
    if (--handle.index->users == 0 && handle.file->index == handle.index) handle.file->index.reset();
    handle.index.reset();
}

// Counts an operation that changes the disk, and says what becomes of it.
enum class Step { goes_on, is_cut, fails };
Step next_step(Disk& disk)
{
    ++disk.operations;
    if (disk.operations == disk.cut_on) return Step::is_cut;
    return disk.failing(DiskFault::io_error) ? Step::fails : Step::goes_on;
}

int close_file(sqlite3_file* slot)
{
    Handle* handle{&handle_of(slot)};
    const Hold hold{handle->disk.mutex};
    if (!handle->dead()) {
        leave_index(*handle);
        unlock_to(*handle, SQLITE_LOCK_NONE);
        if (handle->gone_with_close) handle->disk.files.erase(handle->path);
    }
    delete handle;
    return SQLITE_OK;
}

int read_file(sqlite3_file* slot, void* into, int amount, sqlite3_int64 from)
{
    const Handle& handle{handle_of(slot)};
    const Hold hold{handle.disk.mutex};
    if (handle.dead()) return SQLITE_IOERR_READ;
    const auto at = static_cast<std::size_t>(from);
    const auto wanted = static_cast<std::size_t>(amount);
    const std::string& seen{handle.file->seen};
    const std::size_t there{at >= seen.size() ? 0 : std::min(wanted, seen.size() - at)};
    if (there > 0) std::memcpy(into, seen.data() + at, there);
    if (there == wanted) return SQLITE_OK;
    std::memset(static_cast<char*>(into) + there, 0, wanted - there); // SQLite counts on zeros.
    return SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* slot, const void* bytes, int amount, sqlite3_int64 to)
{
    Handle& handle{handle_of(slot)};
    Disk& disk{handle.disk};
    const Hold hold{disk.mutex};
    if (handle.dead()) return SQLITE_IOERR_WRITE;
    const Step step{next_step(disk)};
    if (step == Step::fails) return SQLITE_IOERR_WRITE;
    if (disk.failing(DiskFault::no_space)) return SQLITE_FULL;

    std::string_view rest{static_cast<const char*>(bytes), static_cast<std::size_t>(amount)};
    for (auto at = static_cast<std::size_t>(to); !rest.empty();) {
        const std::size_t part{std::min(rest.size(), sector_bytes - at % sector_bytes)};
        handle.file->pending.push_back({at, std::string{rest.substr(0, part)}, false});
        put_change(handle.file->pending.back(), handle.file->seen);
        at += part;
        rest.remove_prefix(part);
    }
    if (step == Step::goes_on) return SQLITE_OK;
    disk.cut(disk.cut_seed);
    return SQLITE_IOERR_WRITE;
}

int truncate_file(sqlite3_file* slot, sqlite3_int64 size)
{
    Handle& handle{handle_of(slot)};
    Disk& disk{handle.disk};
    const Hold hold{disk.mutex};
    if (handle.dead()) return SQLITE_IOERR_TRUNCATE;
    const Step step{next_step(disk)};
    if (step == Step::fails) return SQLITE_IOERR_TRUNCATE;
    handle.file->pending.push_back({static_cast<std::size_t>(size), {}, true});
    put_change(handle.file->pending.back(), handle.file->seen);
    if (step == Step::goes_on) return SQLITE_OK;
    disk.cut(disk.cut_seed);
    return SQLITE_IOERR_TRUNCATE;
}

int sync_file(sqlite3_file* slot, int /*flags*/)
{
    Handle& handle{handle_of(slot)};
    Disk& disk{handle.disk};
    const Hold hold{disk.mutex};
    if (handle.dead()) return SQLITE_IOERR_FSYNC;
    const Step step{next_step(disk)};
    ++disk.syncs;
    if (step == Step::is_cut) {
        disk.cut(disk.cut_seed);
        return SQLITE_IOERR_FSYNC;
    }
    File& file{*handle.file};
    if (step == Step::fails) {
        // Linux marks the pages clean all the same: the next sync knows nothing of them.
        file.pending.clear();
        return SQLITE_IOERR_FSYNC;
    }
    for (const Change& change : file.pending) put_change(change, file.kept);
    file.pending.clear();
    file.ever_synced = true;
    return SQLITE_OK;
}

int size_of_file(sqlite3_file* slot, sqlite3_int64* size)
{
    const Handle& handle{handle_of(slot)};
    const Hold hold{handle.disk.mutex};
    if (handle.dead()) return SQLITE_IOERR_FSTAT;
    *size = static_cast<sqlite3_int64>(handle.file->seen.size());
    return SQLITE_OK;
}

int lock_file(sqlite3_file* slot, int level)
{
    Handle& handle{handle_of(slot)};
    const Hold hold{handle.disk.mutex};
    if (handle.dead()) return SQLITE_IOERR_LOCK;
    if (handle.level >= level) return SQLITE_OK;
    File& file{*handle.file};
    if (level == SQLITE_LOCK_SHARED) {
        if (file.exclusive != nullptr) return SQLITE_BUSY;
        ++file.shared;
    } else if (level == SQLITE_LOCK_RESERVED) {
        if (file.reserved != nullptr) return SQLITE_BUSY;
        file.reserved = &handle;
    } else {
        if (file.reserved != nullptr && file.reserved != &handle) return SQLITE_BUSY;
        if (file.exclusive != nullptr && file.exclusive != &handle) return SQLITE_BUSY;
        file.exclusive = &handle;
        if (file.shared > 1) {
            handle.level = SQLITE_LOCK_PENDING;
            return SQLITE_BUSY;
        }
    }
    handle.level = level;
    return SQLITE_OK;
}

int unlock_file(sqlite3_file* slot, int level)
{
    Handle& handle{handle_of(slot)};
    const Hold hold{handle.disk.mutex};
    if (!handle.dead()) unlock_to(handle, level);
    return SQLITE_OK;
}

int check_reserved(sqlite3_file* slot, int* reserved)
{
    const Handle& handle{handle_of(slot)};
    const Hold hold{handle.disk.mutex};
    *reserved = handle.file->reserved != nullptr || handle.file->exclusive != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int map_index(sqlite3_file* slot, int region, int size, int extend, void volatile** memory)
{
    Handle& handle{handle_of(slot)};
    const Hold hold{handle.disk.mutex};
    *memory = nullptr;
    if (handle.dead()) return SQLITE_IOERR_SHMMAP;
    if (handle.index == nullptr) {
        if (handle.file->index == nullptr) handle.file->index = std::make_shared<SharedIndex>();
        handle.index = handle.file->index;
        ++handle.index->users;
    }
    auto& regions = handle.index->regions;
    const auto wanted = static_cast<std::size_t>(region);
    if (regions.size() <= wanted && extend == 0) return SQLITE_OK;
    while (regions.size() <= wanted) {
        regions.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size))); // Zeros, as SQLite asks.
    }
    *memory = regions[wanted].get();
    return SQLITE_OK;
}

int lock_index(sqlite3_file* slot, int offset, int count, int flags)
{
    Handle& handle{handle_of(slot)};
    const Hold hold{handle.disk.mutex};
    if (handle.dead()) return SQLITE_IOERR_SHMLOCK;
    SharedIndex& index{*handle.index};
    const auto first = static_cast<std::size_t>(offset);
    const auto end = first + static_cast<std::size_t>(count);
    unsigned mask{0};
    for (std::size_t i{first}; i < end; ++i) mask |= 1U << i;

    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        for (std::size_t i{first}; i < end; ++i) {
            if ((handle.shm_shared >> i & 1U) != 0) --index.shared[i];
            if ((handle.shm_exclusive >> i & 1U) != 0) index.exclusive[i] = false;
        }
        handle.shm_shared &= ~mask;
        handle.shm_exclusive &= ~mask;
        return SQLITE_OK;
    }
    const bool shared{(flags & SQLITE_SHM_SHARED) != 0};
    for (std::size_t i{first}; i < end; ++i) {
        const bool own_shared{(handle.shm_shared >> i & 1U) != 0};
        if (index.exclusive[i] && (handle.shm_exclusive >> i & 1U) == 0) return SQLITE_BUSY;
        if (!shared && index.shared[i] > (own_shared ? 1 : 0)) return SQLITE_BUSY;
    }
    for (std::size_t i{first}; i < end; ++i) {
        if (shared && (handle.shm_shared >> i & 1U) == 0) ++index.shared[i];
        if (!shared) index.exclusive[i] = true;
    }
    (shared ? handle.shm_shared : handle.shm_exclusive) |= mask;
    return SQLITE_OK;
}

void index_barrier(sqlite3_file* slot)
{
    const Hold hold{handle_of(slot).disk.mutex};
}

int unmap_index(sqlite3_file* slot, int /*remove*/)
{
    Handle& handle{handle_of(slot)};
    const Hold hold{handle.disk.mutex};
    if (handle.dead()) return SQLITE_OK;
    leave_index(handle);
    return SQLITE_OK;
}

const sqlite3_io_methods methods{
    2,
    close_file,
    read_file,
    write_file,
    truncate_file,
    sync_file,
    size_of_file,
    lock_file,
    unlock_file,
    check_reserved,
    [](sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; },
    [](sqlite3_file*) { return 4096; },
    [](sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }, // As SQLite assumes of a real disk.
    map_index,
    lock_index,
    index_barrier,
    unmap_index,
    nullptr,
    nullptr,
};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* slot, int flags, int* out_flags)
{
    Disk& disk{disk_of(vfs)};
    const Hold hold{disk.mutex};
    slot->pMethods = nullptr;
    if (disk.off) return SQLITE_CANTOPEN;
    const std::string path{name == nullptr ? "temporary-" + std::to_string(disk.chance()) : std::string{name}};
    auto& file = disk.files[path];
    if (file == nullptr) {
        if (name != nullptr && (flags & SQLITE_OPEN_CREATE) == 0) {
            disk.files.erase(path);
            return SQLITE_CANTOPEN;
        }
        file = std::make_shared<File>();
    }
    auto handle = std::make_unique<Handle>(Handle{disk, path, file, nullptr, disk.life});
    handle->gone_with_close = name == nullptr || (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    reinterpret_cast<Slot*>(slot)->handle = handle.release();
    slot->pMethods = &methods;
    if (out_flags != nullptr) *out_flags = flags;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int /*sync_folder*/)
{
    Disk& disk{disk_of(vfs)};
    const Hold hold{disk.mutex};
    if (disk.off) return SQLITE_IOERR_DELETE;
    const Step step{next_step(disk)};
    if (step == Step::fails) return SQLITE_IOERR_DELETE;
    if (step == Step::is_cut) {
        disk.cut(disk.cut_seed);
        return SQLITE_IOERR_DELETE;
    }
    return disk.files.erase(name) == 0 ? SQLITE_IOERR_DELETE_NOENT : SQLITE_OK;
}

int access_file(sqlite3_vfs* vfs, const char* name, int /*flags*/, int* there)
{
    Disk& disk{disk_of(vfs)};
    const Hold hold{disk.mutex};
    *there = !disk.off && disk.files.contains(name) ? 1 : 0;
    return SQLITE_OK;
}

int full_path(sqlite3_vfs* /*vfs*/, const char* name, int size, char* into)
{
    sqlite3_snprintf(size, into, "%s", name);
    return SQLITE_OK;
}

int random_bytes(sqlite3_vfs* vfs, int size, char* into)
{
    Disk& disk{disk_of(vfs)};
    const Hold hold{disk.mutex};
    std::generate_n(into, size, [&] { return static_cast<char>(disk.chance()); });
    return size;
}

} // namespace

void set_callbacks(CrashDisk::Disk& disk)
{
    sqlite3_vfs& vfs{disk.vfs};
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(Slot);
    vfs.mxPathname = 512;
    vfs.zName = disk.name.c_str();
    vfs.pAppData = &disk;
    vfs.xOpen = open_file;
    vfs.xDelete = delete_file;
    vfs.xAccess = access_file;
    vfs.xFullPathname = full_path;
    vfs.xRandomness = random_bytes;
    vfs.xSleep = [](sqlite3_vfs*, int microseconds) { return microseconds; }; // Time stands still here.
    vfs.xCurrentTimeInt64 = [](sqlite3_vfs*, sqlite3_int64* now) {
        *now = 212'000'000'000'000;
        return SQLITE_OK;
    };
    vfs.xGetLastError = [](sqlite3_vfs*, int, char*) { return 0; };
}

} // namespace guitai::tests
