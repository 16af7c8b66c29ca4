// A file descriptor that closes with its scope, and waiting for one that can be
// called off from another thread.
#pragma once

#include <string>
#include <string_view>

namespace guitai {

class Descriptor {
public:
    explicit Descriptor(int number) : m_number{number} {}
    ~Descriptor();
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const { return m_number; }
    [[nodiscard]] bool is_open() const { return m_number >= 0; }

private:
    int m_number;
};

// Once it was called off, every wait is over at once.
class Patience {
public:
    Patience();

    void call_off();
    // Until the descriptor takes (gives) bytes. False with errno: the time is up, it broke, or it was called off.
    [[nodiscard]] bool for_writing(int descriptor, int wait_ms) const;
    [[nodiscard]] bool for_reading(int descriptor, int wait_ms) const;

private:
    [[nodiscard]] bool wait(int descriptor, short events, int wait_ms) const;

    Descriptor m_bell;
};

} // namespace guitai
