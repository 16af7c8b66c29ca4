// A source file as the tidy rules see it: its lines as written, and the same
// lines without what a compiler ignores. Knows the folders of the house and no rule.
#pragma once

#include "tests/support/folders.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::tidy {

namespace fs = std::filesystem;

// What is wrong and where, in words for the person who mends it.
using Complaints = std::vector<std::string>;

struct Source {
    std::string path;               // From the root: "sync/events/money.hpp".
    std::vector<std::string> lines; // As written.
    std::vector<std::string> code;  // No comments; each text literal is "".
    std::vector<std::string> texts; // The text literals of each line, joined by a blank.
};

// Takes comments and literals off a file, line by line, keeping the numbering.
class Stripper {
public:
    explicit Stripper(Source& source) : m_source{source} {}

    void run()
    {
        for (const std::string& line : m_source.lines) {
            m_code.clear();
            m_texts.clear();
            read(line);
            m_source.code.push_back(m_code);
            m_source.texts.push_back(m_texts);
        }
    }

private:
    void read(std::string_view line)
    {
        std::size_t at{0};
        while (at < line.size()) {
            if (m_in_comment)
                at = leave_comment(line, at);
            else if (!m_raw_end.empty())
                at = read_raw(line, at);
            else if (line.compare(at, 2, "//") == 0)
                return;
            else if (line.compare(at, 2, "/*") == 0)
                m_in_comment = true, at += 2;
            else if (line.compare(at, 2, "R\"") == 0)
                at = open_raw(line, at);
            else if (line[at] == '"')
                at = read_text(line, at);
            else if (line[at] == '\'' && !follows_digit(line, at))
                at = skip_character(line, at);
            else
                m_code += line[at++];
        }
    }

    // 10'000 is a number, 'a' a character.
    static bool follows_digit(std::string_view line, std::size_t at)
    {
        return at > 0 && std::isxdigit(static_cast<unsigned char>(line[at - 1])) != 0;
    }

    std::size_t leave_comment(std::string_view line, std::size_t at)
    {
        const std::size_t end{line.find("*/", at)};
        if (end == std::string_view::npos) return line.size();
        m_in_comment = false;
        return end + 2;
    }

    std::size_t open_raw(std::string_view line, std::size_t at)
    {
        const std::size_t open{line.find('(', at)};
        if (open == std::string_view::npos) return line.size();
        m_raw_end = ")" + std::string{line.substr(at + 2, open - at - 2)} + "\"";
        m_code += "\"\"";
        return open + 1;
    }

    std::size_t read_raw(std::string_view line, std::size_t at)
    {
        const std::size_t end{line.find(m_raw_end, at)};
        m_texts += std::string{line.substr(at, end == std::string_view::npos ? end : end - at)} + " ";
        if (end == std::string_view::npos) return line.size();
        const std::size_t after{end + m_raw_end.size()};
        m_raw_end.clear();
        return after;
    }

    std::size_t read_text(std::string_view line, std::size_t at)
    {
        m_code += "\"\"";
        for (++at; at < line.size() && line[at] != '"'; ++at) {
            if (line[at] == '\\') ++at;
            if (at < line.size()) m_texts += line[at];
        }
        m_texts += ' ';
        return at + 1;
    }

    static std::size_t skip_character(std::string_view line, std::size_t at)
    {
        for (++at; at < line.size() && line[at] != '\''; ++at) {
            if (line[at] == '\\') ++at;
        }
        return at + 1;
    }

    Source& m_source;
    bool m_in_comment{false};
    std::string m_raw_end; // What closes the raw literal we are in; empty outside.
    std::string m_code;
    std::string m_texts;
};

inline Source source_of(std::string path, const std::string& text)
{
    Source source{};
    source.path = std::move(path);
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) source.lines.push_back(line);
    Stripper{source}.run();
    return source;
}

inline std::string read_file(const fs::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

// Every C++ file under the given folders of the house, in the order of their paths.
inline std::vector<Source> sources_under(const std::vector<std::string>& folders)
{
    std::vector<Source> sources;
    for (const std::string& folder : folders) {
        for (const auto& entry : fs::recursive_directory_iterator{fs::path{test::source_root()} / folder}) {
            const std::string extension{entry.path().extension().string()};
            if (extension != ".hpp" && extension != ".cpp") continue;
            const std::string name{fs::relative(entry.path(), test::source_root()).string()};
            sources.push_back(source_of(name, read_file(entry.path())));
        }
    }
    std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.path < b.path; });
    return sources;
}

inline bool starts_with(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

inline bool ends_with(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

inline bool is_word_character(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Whether `word` stands in `text` on its own: "float" is not in "float_minor".
inline bool has_word(std::string_view text, std::string_view word)
{
    for (std::size_t at{text.find(word)}; at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end{at + word.size()};
        const bool opens{at == 0 || !is_word_character(text[at - 1])};
        const bool closes{end == text.size() || !is_word_character(text[end])};
        if (opens && closes) return true;
    }
    return false;
}

// "path:line: what", as editors jump to it. Lines count from 1.
inline std::string at_line(const Source& source, std::size_t index, const std::string& what)
{
    return source.path + ":" + std::to_string(index + 1) + ": " + what;
}

inline void append(Complaints& to, const Complaints& more)
{
    to.insert(to.end(), more.begin(), more.end());
}

// All complaints in one text: a person mends ten in one go, not in ten runs.
inline std::string told(const Complaints& complaints)
{
    std::string text;
    for (const std::string& complaint : complaints) text += "\n  " + complaint;
    return text;
}

} // namespace guitai::tidy
