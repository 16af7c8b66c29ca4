// The inside of a CrashDisk: its files and what is still between them and the
// disk. Known to the two source files of crash_vfs.hpp only.
#pragma once

#include "tests/support/crash_vfs.hpp"

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace guitai::tests {

inline constexpr std::size_t sector_bytes{512};
inline constexpr int shm_slots{SQLITE_SHM_NLOCK};

// A write of at most one sector, or the end of the file moved.
struct Change {
    std::size_t at{0};
    std::string bytes;
    bool truncates{false};
};

void put_change(const Change& change, std::string& content);

// The index that SQLite shares between the connections of a log; never on the disk.
struct SharedIndex {
    std::vector<std::unique_ptr<char[]>> regions;
    std::array<int, shm_slots> shared{};
    std::array<bool, shm_slots> exclusive{};
    int users{0};
};

struct File {
    std::string seen;            // What programs read.
    std::string kept;            // What a power cut leaves for certain.
    std::vector<Change> pending; // In between, in the order of writing.
    bool ever_synced{false};

    int shared{0};
    const void* reserved{nullptr};
    const void* exclusive{nullptr}; // Pending or exclusive: no new readers.
    std::shared_ptr<SharedIndex> index;
};

struct CrashDisk::Disk {
    std::string name;
    sqlite3_vfs vfs{};
    mutable std::recursive_mutex mutex;
    std::map<std::string, std::shared_ptr<File>> files;
    std::int64_t life{0}; // Raised when programs die: older handles are dead.
    bool off{false};
    std::int64_t operations{0};
    std::int64_t syncs{0};
    std::int64_t cut_on{0}; // The operation that is cut, or 0.
    std::uint64_t cut_seed{0};
    std::int64_t fail_from{0};
    std::int64_t fail_to{0};
    DiskFault fault{DiskFault::io_error};
    std::mt19937_64 chance{1};

    void die()
    {
        ++life;
        for (auto& [path, file] : files) {
            file->shared = 0;
            file->reserved = file->exclusive = nullptr;
            file->index.reset();
        }
    }
    void cut(std::uint64_t seed);
    [[nodiscard]] bool failing(DiskFault kind) const
    {
        return fault == kind && operations >= fail_from && operations < fail_to;
    }
};

using Hold = std::lock_guard<std::recursive_mutex>;

// SQLite's way in: sets the callbacks of disk.vfs.
void set_callbacks(CrashDisk::Disk& disk);

} // namespace guitai::tests
