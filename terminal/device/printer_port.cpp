#include "terminal/device/printer_port.hpp"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace guitai {
namespace {

// A descriptor that closes with its scope.
class File {
public:
    explicit File(int descriptor) : m_descriptor{descriptor} {}
    ~File()
    {
        if (m_descriptor >= 0) ::close(m_descriptor);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] bool is_open() const { return m_descriptor >= 0; }

private:
    int m_descriptor;
};

tl::unexpected<Refusal> unreachable(const std::string& where, int error)
{
    return refuse("printer.unreachable", where + ": " + std::strerror(error));
}

bool ready_to_write(int descriptor, int wait_ms)
{
    pollfd waiting{descriptor, POLLOUT, 0};
    while (true) {
        const int ready{::poll(&waiting, 1, wait_ms)};
        if (ready < 0 && errno == EINTR) continue;
        if (ready == 0) errno = ETIMEDOUT;
        return ready > 0;
    }
}

// All of `bytes` to a descriptor that does not block. Zero or errno.
template<typename Write>
int write_all(int descriptor, std::string_view bytes, const Write& write_some)
{
    while (!bytes.empty()) {
        if (!ready_to_write(descriptor, printer_write_ms_max)) return errno;
        const ssize_t written{write_some(bytes)};
        if (written < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (written <= 0) return written == 0 ? EPIPE : errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

// Device and plain file differ only in who reads them.
class FilePrinter final : public PrinterPort {
public:
    FilePrinter(std::string path, int flags) : m_path{std::move(path)}, m_flags{flags} {}

    [[nodiscard]] Result<void> send(std::string_view bytes) override
    {
        const File file{::open(m_path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK | m_flags, 0644)};
        if (!file.is_open()) return unreachable(m_path, errno);
        const int error{write_all(file.get(), bytes, [&](std::string_view rest) {
            return ::write(file.get(), rest.data(), rest.size());
        })};
        if (error != 0) return unreachable(m_path, error);
        return {};
    }

private:
    std::string m_path;
    int m_flags;
};

class TcpPrinter final : public PrinterPort {
public:
    TcpPrinter(std::string host, std::string port) : m_host{std::move(host)}, m_port{std::move(port)} {}

    // A connection a job: printers serve one at a time, and other tills wait for their turn.
    [[nodiscard]] Result<void> send(std::string_view bytes) override
    {
        const std::string where{m_host + ":" + m_port};
        addrinfo hints{};
        hints.ai_socktype = SOCK_STREAM;
        addrinfo* found{nullptr};
        if (const int error = ::getaddrinfo(m_host.c_str(), m_port.c_str(), &hints, &found); error != 0) {
            return refuse("printer.unreachable", where + ": " + ::gai_strerror(error));
        }
        const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses{found, &::freeaddrinfo};
        int error{EHOSTUNREACH};
        for (const addrinfo* address{found}; address != nullptr; address = address->ai_next) {
            const File socket{::socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)};
            error = connect_to(socket, *address);
            if (error == 0) error = write_and_hang_up(socket, bytes);
            if (error == 0) return {};
        }
        return unreachable(where, error);
    }

private:
    static int connect_to(const File& socket, const addrinfo& address)
    {
        if (!socket.is_open()) return errno;
        if (::connect(socket.get(), address.ai_addr, address.ai_addrlen) == 0) return 0;
        if (errno != EINPROGRESS) return errno;
        if (!ready_to_write(socket.get(), printer_connect_ms_max)) return errno;
        int error{0};
        socklen_t size{sizeof error};
        ::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &size);
        return error;
    }

    static int write_and_hang_up(const File& socket, std::string_view bytes)
    {
        const int error{write_all(socket.get(), bytes, [&](std::string_view rest) {
            return ::send(socket.get(), rest.data(), rest.size(), MSG_NOSIGNAL);
        })};
        if (error == 0) ::shutdown(socket.get(), SHUT_WR);
        return error;
    }

    std::string m_host;
    std::string m_port;
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
        return std::make_unique<FilePrinter>(std::string{path}, O_CREAT | O_APPEND);
    }
    if (const auto path = behind(address, "usb:"); !path.empty()) {
        return std::make_unique<FilePrinter>(std::string{path}, 0);
    }
    const std::string_view where{behind(address, "tcp://")};
    const std::size_t colon{where.rfind(':')};
    if (colon != std::string_view::npos && colon > 0 && is_port(where.substr(colon + 1))) {
        return std::make_unique<TcpPrinter>(std::string{where.substr(0, colon)}, std::string{where.substr(colon + 1)});
    }
    return refuse("printer.bad_address", address + " is not tcp://HOST:PORT, usb:DEVICE or file:PATH");
}

} // namespace guitai
