// What a person can hold in the head at once: files, functions and lines that end.
#include "tests/support/catch.hpp"
#include "tests/tidy/source.hpp"

using namespace guitai::tidy;

namespace {

constexpr std::size_t file_lines_max{400};
constexpr std::size_t function_lines_max{60};
constexpr std::size_t line_columns_max{120};
constexpr std::size_t main_lines_max{150};

// Characters, not bytes: Chinese takes three bytes each.
std::size_t columns(std::string_view line)
{
    return static_cast<std::size_t>(std::count_if(
        line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Complaints too_long(const Source& source)
{
    Complaints complaints;
    const std::size_t lines_max{source.path == "terminal/main.cpp" ? main_lines_max : file_lines_max};
    if (source.lines.size() > lines_max) {
        complaints.push_back(source.path + ": " + std::to_string(source.lines.size()) + " lines, " +
                             std::to_string(lines_max) + " allowed");
    }
    for (std::size_t index{0}; index < source.lines.size(); ++index) {
        const std::size_t width{columns(source.lines[index])};
        if (width > line_columns_max) complaints.push_back(at_line(source, index, std::to_string(width) + " columns"));
    }
    return complaints;
}

// Counts braces and tells a function's from a namespace's, a class's and a
// table's by the text before it. No parser, and right for code laid out as ours.
class FunctionLengths {
public:
    explicit FunctionLengths(const Source& source) : m_source{source} {}

    Complaints run()
    {
        for (std::size_t index{0}; index < m_source.code.size(); ++index) {
            const std::string& line{m_source.code[index]};
            if (starts_with(line, "#")) continue;
            for (const char c : line) read(c, index);
            m_head += ' ';
        }
        return m_complaints;
    }

private:
    void read(char c, std::size_t index)
    {
        if (c == '{') {
            open(index);
        } else if (c == '}') {
            close(index);
        } else if (c == ';') {
            m_head.clear();
            m_head_index = index;
        } else {
            if (m_head.find_first_not_of(' ') == std::string::npos) m_head_index = index;
            m_head += c;
        }
    }

    void open(std::size_t index)
    {
        const bool function{m_function_depth == 0 && opens_function()};
        m_open.push_back(function);
        if (function) {
            m_function_depth = m_open.size();
            m_function_index = std::min(m_head_index, index);
        }
        m_head.clear();
    }

    void close(std::size_t index)
    {
        m_head.clear();
        if (m_open.empty()) return;
        if (m_open.size() == m_function_depth) {
            m_function_depth = 0;
            const std::size_t lines{index - m_function_index + 1};
            if (lines > function_lines_max) {
                m_complaints.push_back(at_line(m_source, m_function_index,
                                               "a function of " + std::to_string(lines) + " lines, " +
                                                   std::to_string(function_lines_max) + " allowed"));
            }
        }
        m_open.pop_back();
    }

    [[nodiscard]] bool opens_function() const
    {
        for (const char* scope : {"namespace", "enum", "union"}) {
            if (has_word(m_head, scope)) return false;
        }
        const bool type{(has_word(m_head, "class") || has_word(m_head, "struct")) &&
                        m_head.find(')') == std::string::npos};
        const auto opened = std::count(m_head.begin(), m_head.end(), '(');
        const auto closed = std::count(m_head.begin(), m_head.end(), ')');
        return !type && opened > 0 && opened == closed;
    }

    const Source& m_source;
    std::string m_head;              // The text since the last brace or semicolon.
    std::size_t m_head_index{0};     // The line where it starts.
    std::vector<bool> m_open;        // The braces we are in; true for a function's own.
    std::size_t m_function_depth{0}; // How many braces deep the function stands; 0 outside of any.
    std::size_t m_function_index{0};
    Complaints m_complaints;
};

Complaints too_large(const Source& source)
{
    Complaints complaints{too_long(source)};
    append(complaints, FunctionLengths{source}.run());
    return complaints;
}

std::string function_of(std::size_t lines)
{
    std::string text{"namespace shop {\nint answer(int question)\n{\n"};
    for (std::size_t line{3}; line < lines; ++line) text += "    if (question > 0) { --question; }\n";
    return text + "}\n}\n";
}

} // namespace

TEST_CASE("files, functions and lines stay within what a person can read")
{
    Complaints complaints;
    for (const Source& source : sources_under({"sync", "terminal", "tests"})) append(complaints, too_large(source));

    INFO(told(complaints));
    CHECK(complaints.empty());
}

TEST_CASE("a function is measured from its name to its last brace")
{
    CHECK(too_large(source_of("a.cpp", function_of(function_lines_max))).empty());
    CHECK(too_large(source_of("a.cpp", function_of(function_lines_max + 1))).size() == 1);
}

TEST_CASE("a long class or table is no long function")
{
    std::string members{"class Shop {\npublic:\n"};
    std::string table{"const Row rows[]{\n"};
    for (int line{0}; line < 100; ++line) {
        members += "    int total() const { return 1; }\n";
        table += "    {\"a {brace} in a text\", 1}, // and one { in a remark\n";
    }

    CHECK(too_large(source_of("a.hpp", members + "};\n")).empty());
    CHECK(too_large(source_of("a.cpp", table + "};\n")).empty());
}

TEST_CASE("long files and wide lines are found, and Chinese counts by the character")
{
    std::string wide_chinese{"// "};
    for (std::size_t i{0}; i < 100; ++i) wide_chinese += "柜";
    const std::string lines(file_lines_max + 1, '\n');

    CHECK(too_large(source_of("a.cpp", lines)).size() == 1);
    CHECK(too_large(source_of("terminal/main.cpp", std::string(main_lines_max + 1, '\n'))).size() == 1);
    CHECK(too_large(source_of("a.cpp", std::string(line_columns_max + 1, 'x'))).size() == 1);
    CHECK(too_large(source_of("a.cpp", wide_chinese)).empty());
}
