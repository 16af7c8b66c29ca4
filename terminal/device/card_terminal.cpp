#include "terminal/device/card_terminal.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <netdb.h>
#include <poll.h>
#include <stdexcept>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace guitai {
namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

int left_ms(SteadyClock::time_point end)
{
    const auto left = std::chrono::duration_cast<milliseconds>(end - SteadyClock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
}

} // namespace

Result<CardAddress> read_card_address(const std::string& address)
{
    constexpr std::string_view scheme{"tcp://"};
    const std::size_t colon{address.rfind(':')};
    const bool has_host{address.rfind(scheme, 0) == 0 && colon != std::string::npos && colon > scheme.size()};
    unsigned port{0};
    const char* const end{address.data() + address.size()};
    const char* const digits{has_host ? address.data() + colon + 1 : end};
    const auto read = std::from_chars(digits, end, port);
    if (!has_host || read.ec != std::errc{} || read.ptr != end || port == 0 || port > 65'535) {
        return refuse("card.bad_address", address + " is not tcp://HOST:PORT");
    }
    return CardAddress{address.substr(scheme.size(), colon - scheme.size()), address.substr(colon + 1)};
}

Result<std::optional<CardAddress>> card_address_of(const std::string& address)
{
    if (address.empty()) return std::optional<CardAddress>{};
    auto read = read_card_address(address);
    if (!read) return refuse(read.error());
    return std::optional{std::move(*read)};
}

// One connection; every wait ends when the bell rings or the time is up.
class TcpCardTerminal::Line {
public:
    // Rings once: true, the wait is over; false, it goes on.
    using CalledOff = std::function<bool()>;

    Line(int bell, CalledOff called_off) : m_bell{bell}, m_called_off{std::move(called_off)} {}
    ~Line() { hang_up(); }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    bool connect(const CardAddress& to, SteadyClock::time_point end)
    {
        addrinfo hints{};
        hints.ai_socktype = SOCK_STREAM;
        addrinfo* found{nullptr};
        if (::getaddrinfo(to.host.c_str(), to.port.c_str(), &hints, &found) != 0) return false;
        const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses{found, &::freeaddrinfo};
        for (const addrinfo* address{found}; address != nullptr; address = address->ai_next) {
            hang_up();
            m_socket = ::socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
            if (m_socket >= 0 && connect(*address, end)) return true;
        }
        return false;
    }

    bool write(std::string_view bytes, SteadyClock::time_point end)
    {
        while (!bytes.empty()) {
            if (!wait(POLLOUT, end)) return false;
            const ssize_t sent{::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL)};
            if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
            else if (errno != EINTR && errno != EAGAIN) return false;
        }
        return true;
    }

    // The next line without its break. Nothing: the line is dead, too long, or the time is up.
    std::optional<std::string> read(SteadyClock::time_point end)
    {
        while (true) {
            if (const std::size_t at{m_bytes.find('\n')}; at != std::string::npos) {
                std::string line{m_bytes.substr(0, at)};
                m_bytes.erase(0, at + 1);
                return line;
            }
            if (m_bytes.size() > card_line_bytes_max || !wait(POLLIN, end)) return std::nullopt;
            char some[1'024];
            const ssize_t got{::recv(m_socket, some, sizeof some, 0)};
            if (got > 0) m_bytes.append(some, static_cast<std::size_t>(got));
            else if (got == 0 || (errno != EINTR && errno != EAGAIN)) return std::nullopt;
        }
    }

private:
    bool connect(const addrinfo& address, SteadyClock::time_point end)
    {
        if (::connect(m_socket, address.ai_addr, address.ai_addrlen) == 0) return true;
        if (errno != EINPROGRESS || !wait(POLLOUT, end)) return false;
        int error{0};
        socklen_t size{sizeof error};
        return ::getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
    }

    bool wait(short events, SteadyClock::time_point end)
    {
        while (!m_called_off()) {
            pollfd waiting[2]{{m_socket, events, 0}, {m_bell, POLLIN, 0}};
            const int ready{::poll(waiting, 2, left_ms(end))};
            if (ready < 0 && errno != EINTR) return false;
            if (ready == 0) return false;
            if (ready > 0 && waiting[0].revents != 0) return true;
            eventfd_t rung{0};
            if (ready > 0) (void)::eventfd_read(m_bell, &rung);
        }
        return false;
    }

    void hang_up()
    {
        if (m_socket >= 0) ::close(m_socket);
        m_socket = -1;
    }

    int m_bell;
    CalledOff m_called_off;
    int m_socket{-1};
    std::string m_bytes;
};

TcpCardTerminal::TcpCardTerminal(CardAddress address, std::function<void(HearCard)> heard, CardPatience patience)
    : m_address{std::move(address)}, m_heard{std::move(heard)}, m_patience{patience},
      m_bell{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)}
{
    if (m_bell < 0) throw std::runtime_error{"no event descriptor is left"};
    m_thread = std::thread{[this] { serve(); }};
}

TcpCardTerminal::~TcpCardTerminal()
{
    {
        const std::lock_guard held{m_mutex};
        m_stopped = true;
    }
    (void)::eventfd_write(m_bell, 1);
    m_wake.notify_all();
    m_thread.join();
    ::close(m_bell);
}

void TcpCardTerminal::ask(const std::string& key, Money amount, std::int64_t wait_ms)
{
    put({CardQuestion::ask, key, amount, {}}, wait_ms);
}

void TcpCardTerminal::look_up(const std::string& key, std::int64_t wait_ms)
{
    put({CardQuestion::look_up, key, {}, {}}, wait_ms);
}

void TcpCardTerminal::give_back(const std::string& key, std::int64_t wait_ms)
{
    put({CardQuestion::give_back, key, {}, {}}, wait_ms);
}

void TcpCardTerminal::put(Request request, std::int64_t wait_ms)
{
    request.due = SteadyClock::now() + milliseconds{wait_ms};
    {
        const std::lock_guard held{m_mutex};
        m_requests.remove_if([&](const Request& older) { return older.key == request.key; });
        m_requests.push_back(std::move(request));
    }
    (void)::eventfd_write(m_bell, 1);
    m_wake.notify_all();
}

std::list<TcpCardTerminal::Request>::iterator TcpCardTerminal::next_due()
{
    return std::min_element(m_requests.begin(), m_requests.end(),
                            [](const Request& a, const Request& b) { return a.due < b.due; });
}

void TcpCardTerminal::serve()
{
    std::unique_lock held{m_mutex};
    while (!m_stopped) {
        const auto next = next_due();
        if (next == m_requests.end()) {
            m_wake.wait(held);
            continue;
        }
        if (next->due > SteadyClock::now()) {
            m_wake.wait_until(held, SteadyTime{next->due});
            continue;
        }
        const Request request{*next};
        m_requests.erase(next);
        held.unlock();
        HearCard heard{talk(request)};
        if (!is_called_off(request.key)) m_heard(std::move(heard));
        held.lock();
    }
}

bool TcpCardTerminal::is_called_off(const std::string& key)
{
    const std::lock_guard held{m_mutex};
    return m_stopped || std::any_of(m_requests.begin(), m_requests.end(),
                                    [&](const Request& newer) { return newer.key == key; });
}

HearCard TcpCardTerminal::talk(const Request& request)
{
    HearCard silence;
    silence.key = request.key;
    silence.question = request.question;

    Line line{m_bell, [&] { return is_called_off(request.key); }};
    if (!line.connect(m_address, SteadyClock::now() + milliseconds{m_patience.connect_ms})) return silence;
    const bool asks{request.question == CardQuestion::ask};
    const auto end = SteadyClock::now() + milliseconds{asks ? m_patience.ask_ms : m_patience.other_ms};
    if (!line.write(card_line(request.question, request.key, request.amount), end)) return silence;
    while (const auto said = line.read(end)) {
        auto heard = read_card_line(request.question, request.key, *said);
        const bool goes_on{heard && asks && heard->news == CardNews::waiting};
        if (heard && !goes_on) return std::move(*heard);
    }
    return silence;
}

} // namespace guitai
