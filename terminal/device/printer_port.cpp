#include "terminal/device/printer_port.hpp"

#include "terminal/device/descriptor.hpp"
#include "terminal/device/printer_status.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace guitai {
namespace {

PrintOutcome unreachable(const std::string& where, int error)
{
    return {.trouble = PrinterTrouble::unreachable, .detail = where + ": " + std::strerror(error)};
}

// One job over an open descriptor that does not block: how are you, the bytes, how are you now.
class Conversation {
public:
    Conversation(const Patience& patience, int descriptor, std::string where)
        : m_patience{patience}, m_descriptor{descriptor}, m_where{std::move(where)}
    {
    }

    // Nothing: it does not answer.
    [[nodiscard]] std::optional<PrinterTrouble> ask(int wait_ms)
    {
        std::string_view question{ask_status};
        if (write_all(question) != 0) return std::nullopt;
        std::string answer;
        std::array<char, 16> part{};
        while (answer.size() < status_bytes && m_patience.for_reading(m_descriptor, wait_ms)) {
            const ssize_t got{::read(m_descriptor, part.data(), part.size())};
            if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
            if (got <= 0) break;
            answer.append(part.data(), static_cast<std::size_t>(got));
        }
        return trouble_in(answer);
    }

    [[nodiscard]] PrintOutcome send(std::string_view bytes)
    {
        const std::size_t all{bytes.size()};
        const int error{write_all(bytes)};
        if (error == 0) return {.begun = true};
        PrintOutcome outcome{unreachable(m_where, error)};
        outcome.begun = bytes.size() < all;
        return outcome;
    }

private:
    // Takes what was written off the front of `bytes`. Zero or errno.
    int write_all(std::string_view& bytes) const
    {
        while (!bytes.empty()) {
            if (!m_patience.for_writing(m_descriptor, printer_write_ms_max)) return errno;
            const ssize_t written{put(bytes)};
            if (written < 0 && (errno == EINTR || errno == EAGAIN)) continue;
            if (written <= 0) return written == 0 ? EPIPE : errno;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return 0;
    }

    // A socket that the printer has closed must not end the program.
    [[nodiscard]] ssize_t put(std::string_view bytes) const
    {
        const ssize_t sent{::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL)};
        if (sent >= 0 || errno != ENOTSOCK) return sent;
        return ::write(m_descriptor, bytes.data(), bytes.size());
    }

    const Patience& m_patience;
    int m_descriptor;
    std::string m_where;
};

// Whether a printer answers is learned; one that never did is not waited for.
class Manners {
public:
    [[nodiscard]] bool worth_asking() const { return m_answers || m_silent < silent_max; }
    void heard(bool answered)
    {
        m_answers = m_answers || answered;
        ++m_silent;
    }

private:
    static constexpr int silent_max{2};
    bool m_answers{false}; // It did once; silent now, it is busy with another till.
    int m_silent{0};
};

PrintOutcome talk(Conversation& conversation, Manners& manners, std::string_view bytes)
{
    bool answers{false};
    if (manners.worth_asking()) {
        const auto before = conversation.ask(printer_answer_ms_max);
        answers = before.has_value();
        manners.heard(answers);
        if (before && *before != PrinterTrouble::none) return {.trouble = *before, .detail = "says so itself"};
    }
    PrintOutcome outcome{conversation.send(bytes)};
    if (outcome.trouble != PrinterTrouble::none || !answers) return outcome;
    // The last bytes may lie in its memory while the roll ran out.
    outcome.trouble = conversation.ask(printer_done_ms_max).value_or(PrinterTrouble::unreachable);
    return outcome;
}

// Adds each job at the end of a plain file.
class FilePrinter final : public PrinterPort {
public:
    explicit FilePrinter(std::string path) : m_path{std::move(path)} {}

    [[nodiscard]] PrintOutcome send(std::string_view bytes) override
    {
        const Descriptor file{
            ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0644)};
        if (!file.is_open()) return unreachable(m_path, errno);
        return Conversation{m_patience, file.get(), m_path}.send(bytes);
    }
    void give_up() override { m_patience.call_off(); }

private:
    std::string m_path;
    Patience m_patience;
};

class DevicePrinter final : public PrinterPort {
public:
    explicit DevicePrinter(std::string path) : m_path{std::move(path)} {}

    [[nodiscard]] PrintOutcome send(std::string_view bytes) override
    {
        constexpr int flags{O_CLOEXEC | O_NONBLOCK | O_NOCTTY};
        const Descriptor both_ways{::open(m_path.c_str(), O_RDWR | flags)};
        if (both_ways.is_open() && is_device(both_ways)) {
            Conversation conversation{m_patience, both_ways.get(), m_path};
            return talk(conversation, m_manners, bytes);
        }
        const Descriptor one_way{::open(m_path.c_str(), O_WRONLY | flags)};
        if (!one_way.is_open()) return unreachable(m_path, errno);
        return Conversation{m_patience, one_way.get(), m_path}.send(bytes);
    }
    void give_up() override { m_patience.call_off(); }

private:
    static bool is_device(const Descriptor& file)
    {
        struct stat about {};
        return ::fstat(file.get(), &about) == 0 && S_ISCHR(about.st_mode);
    }

    std::string m_path;
    Patience m_patience;
    Manners m_manners;
};

class TcpPrinter final : public PrinterPort {
public:
    TcpPrinter(std::string host, std::string port) : m_host{std::move(host)}, m_port{std::move(port)} {}

    // A connection a job: printers serve one at a time, and other tills wait for their turn.
    [[nodiscard]] PrintOutcome send(std::string_view bytes) override
    {
        const std::string where{m_host + ":" + m_port};
        addrinfo hints{};
        hints.ai_socktype = SOCK_STREAM;
        addrinfo* found{nullptr};
        if (const int error = ::getaddrinfo(m_host.c_str(), m_port.c_str(), &hints, &found); error != 0) {
            return {.trouble = PrinterTrouble::unreachable, .detail = where + ": " + ::gai_strerror(error)};
        }
        const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses{found, &::freeaddrinfo};
        int error{EHOSTUNREACH};
        for (const addrinfo* address{found}; address != nullptr; address = address->ai_next) {
            const Descriptor socket{::socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)};
            error = connect_to(socket, *address);
            if (error != 0) continue;
            Conversation conversation{m_patience, socket.get(), where};
            PrintOutcome outcome{talk(conversation, m_manners, bytes)};
            ::shutdown(socket.get(), SHUT_WR);
            return outcome;
        }
        return unreachable(where, error);
    }
    void give_up() override { m_patience.call_off(); }

private:
    int connect_to(const Descriptor& socket, const addrinfo& address) const
    {
        if (!socket.is_open()) return errno;
        if (::connect(socket.get(), address.ai_addr, address.ai_addrlen) == 0) return 0;
        if (errno != EINPROGRESS) return errno;
        if (!m_patience.for_writing(socket.get(), printer_connect_ms_max)) return errno;
        int error{0};
        socklen_t size{sizeof error};
        ::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &size);
        return error;
    }

    std::string m_host;
    std::string m_port;
    Patience m_patience;
    Manners m_manners;
};

bool is_port(std::string_view text)
{
    unsigned port{0};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc{} && end == text.data() + text.size() && port > 0 && port < 65'536;
}

// The rest of `address` behind `scheme`, or nothing.
std::string_view behind(std::string_view address, std::string_view scheme)
{
    if (address.substr(0, scheme.size()) != scheme) return {};
    return address.substr(scheme.size());
}

} // namespace

Result<std::unique_ptr<PrinterPort>> open_printer(const std::string& address)
{
    if (const auto path = behind(address, "file:"); !path.empty()) {
        return std::make_unique<FilePrinter>(std::string{path});
    }
    if (const auto path = behind(address, "usb:"); !path.empty()) {
        return std::make_unique<DevicePrinter>(std::string{path});
    }
    const std::string_view where{behind(address, "tcp://")};
    const std::size_t colon{where.rfind(':')};
    if (colon != std::string_view::npos && colon > 0 && is_port(where.substr(colon + 1))) {
        return std::make_unique<TcpPrinter>(std::string{where.substr(0, colon)}, std::string{where.substr(colon + 1)});
    }
    return refuse("printer.bad_address", address + " is not tcp://HOST:PORT, usb:DEVICE or file:PATH");
}

Result<std::vector<std::unique_ptr<PrinterPort>>> open_printers(const std::vector<std::string>& addresses)
{
    std::vector<std::unique_ptr<PrinterPort>> ports;
    for (const std::string& address : addresses) {
        auto port = open_printer(address);
        if (!port) return refuse(port.error());
        ports.push_back(std::move(*port));
    }
    return ports;
}

} // namespace guitai
