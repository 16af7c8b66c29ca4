#include "tests/bench/count_syncs.hpp"

#include <atomic>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::atomic<std::int64_t> syncs{0};

} // namespace

// The program's own symbols stand before the C library's, for SQLite too.
extern "C" int fsync(int file)
{
    ++syncs;
    return static_cast<int>(::syscall(SYS_fsync, file));
}

extern "C" int fdatasync(int file)
{
    ++syncs;
    return static_cast<int>(::syscall(SYS_fdatasync, file));
}

namespace guitai::bench {

std::int64_t syncs_so_far() { return syncs; }

} // namespace guitai::bench
