#include "terminal/drive/drive.hpp"

#include "terminal/drive/words.hpp"

#include <istream>
#include <ostream>
#include <utility>

namespace guitai {
namespace {

using namespace drive;

// One line, of which no more is kept than a request may be long. False: the end.
bool read_line(std::istream& in, std::string& line)
{
    line.clear();
    std::streambuf& bytes{*in.rdbuf()};
    bool any{false};
    for (int c{bytes.sbumpc()}; c != std::char_traits<char>::eof(); c = bytes.sbumpc()) {
        any = true;
        if (c == '\n') return true;
        if (line.size() <= line_bytes_max) line += static_cast<char>(c);
    }
    return any;
}

} // namespace

std::string Drive::answer(std::string_view line)
{
    if (m_hooks.hear) m_hooks.hear(0, [] { return true; });
    auto fields = Fields::parse(line);
    if (!fields) return refused(fields.error());
    const std::string word{fields->text("do")};
    if (!fields->bad().empty()) return refused({"drive.bad_field", "do"});
    const Handler handler{handler_of(word)};
    if (handler == nullptr) return refused({"drive.unknown_command", word.substr(0, 100)});

    Request request{m_till, m_hooks, std::move(*fields)};
    try {
        const Answer answered{handler(request)};
        if (!answered) return refused(answered.error());
        return JsonObject{}.truth("ok", true).join(*answered).str();
    } catch (const std::exception& broken) {
        // The command did not happen; whoever drives may try again when there is room.
        return refused(m_hooks.refusal_of ? m_hooks.refusal_of(broken) : Refusal{"machine.failed", broken.what()});
    }
}

std::string Drive::refused(const Refusal& refusal) const
{
    std::string message{m_hooks.message_of ? m_hooks.message_of(refusal) : refusal.code};
    constexpr std::string_view place{"{0}"};
    if (const auto at = message.find(place); at != std::string::npos) message.replace(at, place.size(), refusal.detail);
    // A script's author needs to know which field or word it was.
    const bool about_the_line{refusal.code.rfind("drive.", 0) == 0};
    if (about_the_line && message.find(refusal.detail) == std::string::npos) message += ": " + refusal.detail;
    return JsonObject{}
        .truth("ok", false)
        .text("code", refusal.code)
        .text("message", message)
        .text("detail", refusal.detail)
        .str();
}

int drive_lines(std::istream& in, std::ostream& out, Drive& drive)
{
    std::string line;
    while (out && read_line(in, line)) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        out << drive.answer(line) << '\n' << std::flush;
    }
    return out ? 0 : 1;
}

} // namespace guitai
