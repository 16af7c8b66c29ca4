// One writer at a time per database file, over all threads and programs of a
// machine. A lock file beside the database is locked by byte ranges that belong
// to the open file: the kernel frees them when a program dies, however it dies.
#pragma once

#include <string>

namespace guitai::database {

class WriterLock {
public:
    // An empty path makes a lock that is always free: databases nobody else can open.
    explicit WriterLock(std::string path) : m_path{std::move(path)} {}
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

    // Waits its turn, up to wait_ms_max, then throws DatabaseError{Fault::busy}.
    void take();
    // False at once where another holds it or it can not be asked for.
    [[nodiscard]] bool try_take() noexcept;
    void release() noexcept;
    [[nodiscard]] bool held() const { return m_held; }

    static constexpr int wait_ms_max{10'000};

private:
    [[nodiscard]] bool open_file() noexcept;
    [[nodiscard]] bool try_byte(int byte) const;
    void free_byte(int byte) const noexcept;

    std::string m_path;
    int m_file{-1};
    bool m_held{false};
};

} // namespace guitai::database
