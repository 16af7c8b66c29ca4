#include "tests/support/card_simulator.hpp"

#include <nlohmann/json.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace guitai::test {
namespace {

using Json = nlohmann::json;

std::string word_of_news(CardNews news)
{
    switch (news) {
    case CardNews::approved: return "approved";
    case CardNews::declined: return "declined";
    case CardNews::given_back: return "given_back";
    case CardNews::unknown: return "unknown";
    default: return "waiting";
    }
}

int listen_on(std::uint16_t port)
{
    const int listener{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    const int on{1};
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(listener, 8) != 0) {
        ::close(listener);
        throw std::runtime_error{"port " + std::to_string(port) + " is taken"};
    }
    return listener;
}

std::uint16_t port_of(int listener)
{
    sockaddr_in address{};
    socklen_t size{sizeof address};
    ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

} // namespace

CardSimulator::CardSimulator(std::uint16_t port, std::function<void(const std::string&)> told)
    : m_told{std::move(told)}, m_listener{listen_on(port)}, m_bell{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)},
      m_port{port_of(m_listener)}
{
    m_thread = std::thread{[this] { serve(); }};
}

CardSimulator::~CardSimulator()
{
    {
        const std::lock_guard held{m_mutex};
        m_stopped = true;
    }
    (void)::eventfd_write(m_bell, 1);
    m_thread.join();
    ::close(m_listener);
    ::close(m_bell);
}

void CardSimulator::be(Manner manner)
{
    const std::lock_guard held{m_mutex};
    m_manner = manner;
    m_may_go_on = false;
}

void CardSimulator::go_on()
{
    {
        const std::lock_guard held{m_mutex};
        m_may_go_on = true;
    }
    (void)::eventfd_write(m_bell, 1);
}

CardMachine CardSimulator::machine() const
{
    const std::lock_guard held{m_mutex};
    return m_machine;
}

std::vector<std::string> CardSimulator::questions(std::size_t at_least)
{
    std::unique_lock held{m_mutex};
    m_changed.wait(held, [&] { return m_questions.size() >= at_least; });
    return m_questions;
}

void CardSimulator::serve()
{
    while (true) {
        pollfd waiting[2]{{m_listener, POLLIN, 0}, {m_bell, POLLIN, 0}};
        if (::poll(waiting, 2, -1) < 0) continue;
        eventfd_t rung{0};
        (void)::eventfd_read(m_bell, &rung);
        {
            const std::lock_guard held{m_mutex};
            if (m_stopped) return;
        }
        if ((waiting[0].revents & POLLIN) == 0) continue;
        const int client{::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC)};
        if (client < 0) continue;
        talk(client);
        ::close(client);
    }
}

void CardSimulator::talk(int client)
{
    std::string bytes;
    char some[1'024];
    for (ssize_t got{1}; got > 0 && bytes.find('\n') == std::string::npos;) {
        got = ::recv(client, some, sizeof some, 0);
        if (got > 0) bytes.append(some, static_cast<std::size_t>(got));
    }
    const std::size_t end{bytes.find('\n')};
    if (end != std::string::npos) answer(client, bytes.substr(0, end));
}

void CardSimulator::answer(int client, const std::string& line)
{
    if (m_told) m_told(line);
    Manner manner{};
    {
        const std::lock_guard held{m_mutex};
        m_questions.push_back(line);
        manner = m_manner;
        m_changed.notify_all();
    }
    if (manner == Manner::silent) return hold(client);
    HearCard heard{ask_machine(line, manner)};
    if (manner == Manner::dies) return;
    if (manner == Manner::dawdles && heard.news == CardNews::waiting) {
        say(client, heard);
        hold(client);
        heard = ask_machine(line, Manner::pays);
    }
    if (manner == Manner::late) hold(client);
    say(client, heard);
    if (manner == Manner::twice) say(client, heard);
}

HearCard CardSimulator::ask_machine(const std::string& line, Manner manner)
{
    const Json question = Json::parse(line, nullptr, false);
    HearCard unread;
    unread.news = CardNews::unknown;
    const auto text = [&](const char* name) {
        return question.is_object() && question.contains(name) && question[name].is_string()
                   ? question[name].get<std::string>()
                   : std::string{};
    };
    const std::string key{text("key")};
    const std::string what{text("do")};
    const Customer customer{manner == Manner::declines  ? Customer::declines
                            : manner == Manner::dawdles ? Customer::dawdles
                                                        : Customer::pays};
    const std::lock_guard held{m_mutex};
    if (what == "look_up") return m_machine.look_up(key);
    if (what == "give_back") return m_machine.give_back(key);
    const bool asks{what == "ask" && question.contains("amount_minor") && question["amount_minor"].is_number_integer()};
    if (!asks) return unread;
    return m_machine.ask(key, Money::from_minor(question["amount_minor"].get<std::int64_t>()), customer);
}

void CardSimulator::say(int client, const HearCard& heard)
{
    const Json answer{{"key", heard.key},
                      {"state", word_of_news(heard.news)},
                      {"amount_minor", heard.amount.minor()},
                      {"reference", heard.reference}};
    const std::string line{answer.dump()};
    if (m_told) m_told(line);
    (void)::send(client, (line + "\n").data(), line.size() + 1, MSG_NOSIGNAL);
}

void CardSimulator::hold(int client)
{
    while (true) {
        {
            const std::lock_guard held{m_mutex};
            if (m_stopped || m_may_go_on) return;
        }
        pollfd waiting[2]{{client, POLLIN, 0}, {m_bell, POLLIN, 0}};
        if (::poll(waiting, 2, -1) < 0) continue;
        if (waiting[0].revents != 0) return; // Nobody asks twice on one line: it was hung up.
        eventfd_t rung{0};
        (void)::eventfd_read(m_bell, &rung);
    }
}

} // namespace guitai::test
