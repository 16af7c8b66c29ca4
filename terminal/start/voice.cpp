#include "terminal/start/voice.hpp"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace guitai::start {
namespace {

namespace fs = std::filesystem;

ui::Language spoken_here()
{
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value{std::getenv(name)};
        if (value == nullptr || *value == '\0') continue;
        return std::string_view{value}.rfind("zh", 0) == 0 ? ui::Language::chinese : ui::Language::english;
    }
    return ui::Language::english;
}

} // namespace

fs::path assets_folder()
{
    const fs::path program{fs::read_symlink("/proc/self/exe").parent_path()};
    // build/release/bin stands three floors below the sources; a package has its own place.
    const std::array<fs::path, 3> places{program / "../../../assets", program / "../share/guitai/assets",
                                         "/usr/share/guitai/assets"};
    for (const fs::path& place : places) {
        if (fs::exists(place / "words")) return fs::weakly_canonical(place);
    }
    throw std::runtime_error{"the folder assets/ is not beside the program " + program.string()};
}

bool is_language(std::string_view text)
{
    return text == ui::language_code(ui::Language::chinese) || text == ui::language_code(ui::Language::english);
}

Voice::Voice(std::string_view language)
    : m_words{ui::Words::load(assets_folder() / "words")}, m_typed{is_language(language)}
{
    // What goes wrong is for stderr: on stdout a script reads answers.
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("guitai", std::make_shared<spdlog::sinks::stderr_sink_mt>()));
    const bool chinese{language == ui::language_code(ui::Language::chinese)};
    m_words.choose(!m_typed ? spoken_here() : chinese ? ui::Language::chinese : ui::Language::english);
}

int Voice::refuse(const Refusal& refusal) const
{
    const std::string detail{refusal.detail.empty() ? "" : " (" + refusal.detail + ")"};
    fmt::print(stderr, "guitai: {}{}\n", m_words[refusal.code], detail);
    return 2;
}

void Voice::tell(std::string_view key, std::string_view value) const
{
    fmt::print(stderr, "{}\n", m_words.fill(key, value));
}

void Voice::progress(std::string_view key, std::int64_t done, std::int64_t all) const
{
    if (all <= 0 || isatty(STDERR_FILENO) == 0) return;
    fmt::print(stderr, "\r{} {:3} %{}", m_words[key], done * 100 / all, done >= all ? "\n" : "");
}

} // namespace guitai::start
