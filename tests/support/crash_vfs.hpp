// A disk in memory that a test can treat badly: SQLite opens files on it by
// name (a VFS), and whatever was not synced when the power goes may be there
// afterwards, or gone, or half written. Knows files and bytes, no tables.
//
//   CrashDisk disk{"till-3"};
//   auto connection = database::open(disk.url("till.db"));
//   disk.cut_at(17, seed);              // the 17th write, sync or truncation from now is the last
//   … work until a DatabaseError …
//   connection.reset();                 // the dead program's handles
//   disk.power_on();
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace guitai::tests {

enum class DiskFault {
    no_space, // Writes fail as on a full disk.
    io_error  // Writes, syncs and truncations fail; what a failed sync should have kept is never kept by a later one.
};

class CrashDisk {
public:
    // Registers the VFS `name`, which no other living disk may have.
    explicit CrashDisk(const std::string& name);
    ~CrashDisk(); // No connection may be open any more.
    CrashDisk(const CrashDisk&) = delete;
    CrashDisk& operator=(const CrashDisk&) = delete;

    // For database::open: "sqlite:till.db?vfs=NAME".
    [[nodiscard]] std::string url(const std::string& file) const;

    // The power goes now. Each file keeps what was synced; of each later write
    // some 512-byte sectors, as `seed` has it. Files never synced may vanish.
    // Open handles answer with errors from here on, and nothing opens until power_on().
    void power_cut(std::uint64_t seed);
    void power_on();
    // The same at the n-th operation from now (1 is the next), which is caught half done.
    void cut_at(std::int64_t n, std::uint64_t seed);
    [[nodiscard]] bool is_off() const;

    // Programs die as by kill -9: their handles answer with errors, the files
    // stay as written, and new handles may open at once.
    void kill_programs();

    // From the n-th operation on (1 is the next), `times` operations fail.
    void fail_at(std::int64_t n, DiskFault fault, std::int64_t times = 1);
    void heal();

    // Writes, syncs, truncations and deletions so far; the syncs alone.
    [[nodiscard]] std::int64_t operations() const;
    [[nodiscard]] std::int64_t syncs() const;

    [[nodiscard]] std::vector<std::string> files() const;
    // The bytes that programs see; empty where there is no such file.
    [[nodiscard]] std::string bytes_of(const std::string& file) const;
    // Puts a file there, synced: a copy restored, a byte flipped.
    void put(const std::string& file, const std::string& bytes);
    void remove(const std::string& file);

    struct Disk; // The inside, known to the callbacks.

private:
    std::unique_ptr<Disk> m_disk;
};

} // namespace guitai::tests
