#include "terminal/device/descriptor.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>

namespace guitai {

Descriptor::~Descriptor()
{
    if (m_number >= 0) ::close(m_number);
}

Patience::Patience() : m_bell{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)}
{
    if (!m_bell.is_open()) throw std::system_error{errno, std::generic_category(), "eventfd"};
}

void Patience::call_off()
{
    const std::uint64_t one{1};
    // It can only fail where the bell has rung already.
    [[maybe_unused]] const ssize_t rung{::write(m_bell.get(), &one, sizeof one)};
}

bool Patience::for_writing(int descriptor, int wait_ms) const { return wait(descriptor, POLLOUT, wait_ms); }

bool Patience::for_reading(int descriptor, int wait_ms) const { return wait(descriptor, POLLIN, wait_ms); }

bool Patience::wait(int descriptor, short events, int wait_ms) const
{
    std::array<pollfd, 2> watched{{{descriptor, events, 0}, {m_bell.get(), POLLIN, 0}}};
    while (true) {
        const int ready{::poll(watched.data(), watched.size(), wait_ms)};
        if (ready < 0 && errno == EINTR) continue;
        if (ready < 0) return false;
        if (watched[1].revents != 0) errno = ECANCELED;
        else if (ready == 0) errno = ETIMEDOUT;
        return ready > 0 && watched[1].revents == 0;
    }
}

} // namespace guitai
