// A web server on 127.0.0.1 that answers every path from a table, one request a
// connection, and counts who asked for what.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

namespace guitai::test {

class LoopbackServer {
public:
    // Whole answers by path, head and body; a path that is not there gets 404.
    explicit LoopbackServer(std::map<std::string, std::string> answers = {}) : m_answers{std::move(answers)}
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size{sizeof at};
        if (::bind(m_socket, reinterpret_cast<sockaddr*>(&at), size) != 0 || ::listen(m_socket, 16) != 0 ||
            ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&at), &size) != 0)
            throw std::runtime_error{"no loopback port"};
        m_port = ntohs(at.sin_port);
        m_thread = std::thread{[this] { serve(); }};
    }
    ~LoopbackServer()
    {
        ::shutdown(m_socket, SHUT_RDWR);
        m_thread.join();
        ::close(m_socket);
    }
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    [[nodiscard]] std::string url(const std::string& path) const
    {
        return "http://127.0.0.1:" + std::to_string(m_port) + path;
    }
    void put(const std::string& path, const std::string& answer)
    {
        const std::lock_guard lock{m_mutex};
        m_answers[path] = answer;
    }
    [[nodiscard]] int asked_for(const std::string& path) const
    {
        const std::lock_guard lock{m_mutex};
        const auto found = m_asked.find(path);
        return found == m_asked.end() ? 0 : found->second;
    }
    // "200 OK" and so on in front of `body`.
    [[nodiscard]] static std::string answer(const std::string& status, const std::string& body,
                                            const std::string& more_head = {})
    {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) +
               "\r\nConnection: close\r\n" + more_head + "\r\n" + body;
    }

private:
    void serve()
    {
        while (true) {
            const int client{::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC)};
            if (client < 0) return;
            const std::string path{path_of(read_head(client))};
            std::string reply{answer("404 Not Found", "no such picture")};
            {
                const std::lock_guard lock{m_mutex};
                ++m_asked[path];
                if (const auto found = m_answers.find(path); found != m_answers.end()) reply = found->second;
            }
            std::size_t sent{0};
            while (sent < reply.size()) {
                const ssize_t more{::send(client, reply.data() + sent, reply.size() - sent, MSG_NOSIGNAL)};
                if (more <= 0) break;
                sent += static_cast<std::size_t>(more);
            }
            ::close(client);
        }
    }
    static std::string read_head(int client)
    {
        std::string head;
        std::array<char, 1024> bytes{};
        while (head.find("\r\n\r\n") == std::string::npos) {
            const ssize_t got{::recv(client, bytes.data(), bytes.size(), 0)};
            if (got <= 0) break;
            head.append(bytes.data(), static_cast<std::size_t>(got));
        }
        return head;
    }
    static std::string path_of(const std::string& head)
    {
        const std::size_t from{head.find(' ')};
        if (from == std::string::npos) return {};
        return head.substr(from + 1, head.find(' ', from + 1) - from - 1);
    }

    int m_socket{-1};
    int m_port{0};
    mutable std::mutex m_mutex; // Guards the two below.
    std::map<std::string, std::string> m_answers;
    std::map<std::string, int> m_asked;
    std::thread m_thread;
};

} // namespace guitai::test
