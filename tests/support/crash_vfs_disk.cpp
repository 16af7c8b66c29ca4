#include "tests/support/crash_vfs_disk.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <limits>
#include <utility>

namespace guitai::tests {

void put_change(const Change& change, std::string& content)
{
    if (change.truncates) {
        content.resize(change.at, '\0');
        return;
    }
    if (content.size() < change.at + change.bytes.size()) content.resize(change.at + change.bytes.size(), '\0');
    content.replace(change.at, change.bytes.size(), change.bytes);
}

void CrashDisk::Disk::cut(std::uint64_t seed)
{
    std::mt19937_64 dice{seed};
    cut_on = 0;
    for (auto next = files.begin(); next != files.end();) {
        File& file{*next->second};
        // Four ways to lose: nothing kept, all kept, the first part kept, any sectors kept.
        const std::uint64_t way{dice() % 4};
        const std::size_t prefix{file.pending.empty() ? 0 : dice() % (file.pending.size() + 1)};
        for (std::size_t i{0}; i < file.pending.size(); ++i) {
            const bool kept{way == 1 || (way == 2 && i < prefix) || (way == 3 && dice() % 2 == 0)};
            if (kept) put_change(file.pending[i], file.kept);
        }
        file.pending.clear();
        file.seen = file.kept;
        const bool vanishes{!file.ever_synced && dice() % 2 == 0};
        next = vanishes ? files.erase(next) : std::next(next);
    }
    die();
    off = true;
}

CrashDisk::CrashDisk(const std::string& name) : m_disk{std::make_unique<Disk>()}
{
    assert(sqlite3_vfs_find(name.c_str()) == nullptr);
    m_disk->name = name;
    set_callbacks(*m_disk);
    sqlite3_vfs_register(&m_disk->vfs, 0);
}

CrashDisk::~CrashDisk()
{
    sqlite3_vfs_unregister(&m_disk->vfs);
}

std::string CrashDisk::url(const std::string& file) const
{
    return "sqlite:" + file + "?vfs=" + m_disk->name;
}

void CrashDisk::power_cut(std::uint64_t seed)
{
    const Hold hold{m_disk->mutex};
    m_disk->cut(seed);
}

void CrashDisk::power_on()
{
    const Hold hold{m_disk->mutex};
    m_disk->off = false;
    m_disk->cut_on = 0;
}

void CrashDisk::cut_at(std::int64_t n, std::uint64_t seed)
{
    const Hold hold{m_disk->mutex};
    m_disk->cut_on = m_disk->operations + n;
    m_disk->cut_seed = seed;
}

bool CrashDisk::is_off() const
{
    const Hold hold{m_disk->mutex};
    return m_disk->off;
}

void CrashDisk::kill_programs()
{
    const Hold hold{m_disk->mutex};
    m_disk->die();
}

void CrashDisk::fail_at(std::int64_t n, DiskFault fault, std::int64_t times)
{
    const Hold hold{m_disk->mutex};
    m_disk->fault = fault;
    m_disk->fail_from = m_disk->operations + n;
    const std::int64_t room{std::numeric_limits<std::int64_t>::max() - m_disk->fail_from};
    m_disk->fail_to = m_disk->fail_from + std::min(times, room);
}

void CrashDisk::heal()
{
    const Hold hold{m_disk->mutex};
    m_disk->fail_from = m_disk->fail_to = 0;
}

std::int64_t CrashDisk::operations() const
{
    const Hold hold{m_disk->mutex};
    return m_disk->operations;
}

std::int64_t CrashDisk::syncs() const
{
    const Hold hold{m_disk->mutex};
    return m_disk->syncs;
}

std::vector<std::string> CrashDisk::files() const
{
    const Hold hold{m_disk->mutex};
    std::vector<std::string> names;
    for (const auto& [name, file] : m_disk->files) names.push_back(name);
    return names;
}

std::string CrashDisk::bytes_of(const std::string& file) const
{
    const Hold hold{m_disk->mutex};
    const auto found = m_disk->files.find(file);
    return found == m_disk->files.end() ? std::string{} : found->second->seen;
}

void CrashDisk::put(const std::string& file, const std::string& bytes)
{
    const Hold hold{m_disk->mutex};
    auto fresh = std::make_shared<File>();
    fresh->seen = fresh->kept = bytes;
    fresh->ever_synced = true;
    m_disk->files[file] = std::move(fresh);
}

void CrashDisk::remove(const std::string& file)
{
    const Hold hold{m_disk->mutex};
    m_disk->files.erase(file);
}

} // namespace guitai::tests
