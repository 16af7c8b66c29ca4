// A folder of a test's own, gone with it.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <stdlib.h>
#include <string>

namespace guitai::test {

class TempFolder {
public:
    TempFolder()
    {
        std::string name{(std::filesystem::temp_directory_path() / "guitai-test-XXXXXX").string()};
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no place for a test's folder"};
        m_path = name;
    }
    ~TempFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

    std::filesystem::path write(const std::string& name, const std::string& text) const
    {
        std::ofstream{m_path / name, std::ios::binary} << text;
        return m_path / name;
    }
    [[nodiscard]] std::string read(const std::string& name) const
    {
        std::ifstream file{m_path / name, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }

private:
    std::filesystem::path m_path;
};

} // namespace guitai::test
