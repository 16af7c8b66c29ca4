#include "sync/database/writer_lock.hpp"

#include "sync/database/database.hpp"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace guitai::database {
namespace {

// Whoever waits for the turn holds the queue, so a busy writer that has just
// finished can not overtake the one that waits.
constexpr int queue_byte{0};
constexpr int turn_byte{1};

constexpr std::chrono::microseconds first_pause{50};
constexpr std::chrono::microseconds longest_pause{2'000};

flock range(short kind, int byte)
{
    flock lock{};
    lock.l_type = kind;
    lock.l_whence = SEEK_SET;
    lock.l_start = byte;
    lock.l_len = 1;
    return lock;
}

} // namespace

WriterLock::~WriterLock()
{
    if (m_file >= 0) ::close(m_file);
}

bool WriterLock::open_file() noexcept
{
    if (m_file < 0) m_file = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    return m_file >= 0;
}

bool WriterLock::try_byte(int byte) const
{
    flock lock{range(F_WRLCK, byte)};
    return ::fcntl(m_file, F_OFD_SETLK, &lock) == 0;
}

void WriterLock::free_byte(int byte) const noexcept
{
    flock lock{range(F_UNLCK, byte)};
    ::fcntl(m_file, F_OFD_SETLK, &lock);
}

void WriterLock::take()
{
    assert(!m_held);
    if (!m_path.empty()) {
        if (!open_file()) {
            throw DatabaseError{Fault::unreachable, "can not open " + m_path + ": " + std::strerror(errno)};
        }
        std::chrono::microseconds pause{first_pause};
        std::chrono::microseconds waited{0};
        bool queued{false};
        while (true) {
            queued = queued || try_byte(queue_byte);
            if (queued && try_byte(turn_byte)) break;
            if (waited >= std::chrono::milliseconds{wait_ms_max}) {
                if (queued) free_byte(queue_byte);
                throw DatabaseError{Fault::busy, "another program keeps writing (" + m_path + ")"};
            }
            std::this_thread::sleep_for(pause);
            waited += pause;
            pause = std::min(pause * 2, longest_pause);
        }
        free_byte(queue_byte);
    }
    m_held = true;
}

bool WriterLock::try_take() noexcept
{
    if (m_held) return false;
    m_held = m_path.empty() || (open_file() && try_byte(turn_byte));
    return m_held;
}

void WriterLock::release() noexcept
{
    if (!m_held) return;
    m_held = false;
    if (m_file >= 0) free_byte(turn_byte);
}

} // namespace guitai::database
